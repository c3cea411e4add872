"""Farewells: being a burden, being better gone, taking leave, and not being safe with oneself."""

from halved.safety.gentle.meaning import Meaning

BETTER_GONE = Meaning(
    name="better without me",
    ways=r"""
        EVERYONE ((would|will|are|is|be|could|all|have|might|must|do|deserve|were|was|both|surely\
            |to|life|they) ){0,5}(be |been |live |do |get )?(a )?(much |far |a lot |lots |way \
            )?(better|happier|easier|fine|calmer|safer|richer|freer|brighter|simpler|ok|okay|best\
            |grand|improved)( off)?( place)?( life| lives)? (without me|with me DEAD|if i (was\
            |were|am|had never existed|did not exist|were to|weren)? ?(DEAD|DIED)|(when|once|if) \
            i am DEAD)ATPLAYAWAY
        better off without meATPLAY
        (says?|said|saying|thinks?|thought|told|feels|reckons|believes) ... (better|happier\
            |easier) (off )?(without (him|her|them)|if (he|she|they) (was|were) DEAD)ATPLAY
        better (off )?with me (gone|dead|out of)
        (manage|cope|get on|get by|survive|carry on|move on|go on|be happy|be relieved|be glad\
            |thrive|start again|be free) .. without meATPLAY<at the|next>
        (better|easier|best|happier|simpler|kinder|good|relief|favour|sense|mercy|nicer) (off \
            )?.. (for (everyone|all|them|you|my \w+|the \w+|all of (them|you|us))|all round|all \
            around) .. (if|when|once|without) (i |me )?.. (DEAD|DIED|me)AWAY
        (better|easier|happier|simpler|best|relieved|relief|glad|good|fine|freer|celebrate\
            |rejoice) (off )?(if|when|once) i (was|were|am|had|did|just)? ?(DEAD|DIED)ATPLAYAWAY
        (it )?(would|might) be (better|easier|simpler|best|kinder|for the best)( for everyone)? \
            (if|to) (i )?(was|were|just|am)? ?(not be here|DEAD|disappeared|did not exist)AWAY
        NOBODY .. (would|will|is going to|does|wo)? ?.. (miss|notice|care|cry|mind|mourn|grieve\
            |be sad|come looking|bat an eyelid|shed a tear|remember)( for| about| at)?( me| \
            that)? .. (if|when|once|that|were) i (.. )DIED
        (if|when|once) i .. (DEAD|DIED) ... NOBODY .. (miss|notice|care|cry|mind|know|mourn\
            |grieve|be sad|bat an eyelid|remember|come)
        NOBODY (would|will|is going to) (.. )(miss|mourn|grieve for|cry for) me( anyway| at all| \
            much| if .. )?END
        would (anyone|anybody|they|people|you|he|she|my \w+) .. (miss me|notice|care|be sad|cry\
            |mind|remember me) .. if i DIED
        how long .. (before|until|for) (anyone|someone|anybody|they|you) .. (noticed?|found|find\
            |to (notice|find)) .. (gone|dead|me|body)<in the (crowd|shop)>
        worth more .. dead
        (life )?insurance (money |payout )?(would|will|could|can) .. (help|pay|sort|keep|cover) \
            .. (them|kids|children|family|house|debts?|everyone|more than).. (than me|dead|gone\
            |me alive|without me|END)<the (repairs|damage)>
        (world|earth|planet|everyone|family|they|you) .. (not need|rid of|sick of having|stuck \
            with) me (anymore|around|here)END
        (deserve|deserves|need|needs) .. (better|proper|real|good|new) (mum|mother|dad|father\
            |parent|wife|husband|son|daughter|friend) than me
        (get|got) over (me|it|losing me) .. (when|once|if|after)? ?.. (gone|dead|me)END
        (i am|feel) (only |just )?in the way (of|and) (everyone|everybody|they|my family)
        not be missed( by \w+)?END
        (nobody|who|nobody here) will miss meEND
        get over me (soon|eventually|quickly|in time|fast|in the end)
        (make|making|made|ruin|ruining|ruined|destroy|destroying) (everyone|everybody|their|all \
            their|everyone 's|my (family|kids|children|wife|husband|parents|friends) 's|the \
            people) .. (life|lives)( worse| miserable| harder| a misery| hell| \
            difficult)?(?=PAUSE| by| just by)
        (kindest|best|only|one|right|last) thing (that )?(i|i can|i could|left) .. (do|for) .. \
            (is|would be) (to )?.. (not be|die|disappear|go away|leave this|be gone|end it|not \
            exist|stop existing|remove myself)
        (worse|harder|miserable) .. (by|because) (i am|being|my being) .. (in it|here|alive\
            |around|existing)
        all i (ever )?do is (hurt|cause|ruin|disappoint|let .. down|bring .. (pain|misery)|make \
            .. (worse|miserable))
        bring (nothing|everyone nothing|them nothing) but (pain|misery|trouble|grief)
    """,
    sayable_of_others=True,
)
BURDEN = Meaning(
    name="a burden",
    ways=r"""
        (i am|i have become|i was|i feel like i am|all i am is|being|become|i feel|feel like|i \
            would be|i will be|i have been)( nothing but| but| always going to be| like| nothing \
            more than)? (a|an|such a|one big|one huge|the)? ?(huge |massive |big |constant \
            |total |useless |financial |terrible )?(burden|drain|dead weight)( to| on| for) \
            THEM<when|for|at|if i ask>
        (i am|i feel like|i have become|i feel i am|it is like i am) (nothing but )?(a|such a\
            |the) (burden|drain)( anymore| now)?(?=$| and (everyone|they|nobody|my))
        (all i am is|i am nothing but|nothing but|nothing more than|i am only|i am a useless) (a \
            )?(burden|drain|dead weight)END
        (tired|sick) of being (a |such a |the )?(burden|waste|problem|drain|nuisance)( to| on| \
            of)?( everyone| you| my family| them| people| space| you all| my \w+| all)?END
        i am (nothing but |such )?(a )?waste of (space|oxygen|air|skin|life|breath|a life)
        not (want to )?be (a |your |their |anyone 's )?burden anymore
        nothing but a burden
        (free|rid|relieve) (them|everyone|my family|you|you all) (of|from) (me|the burden|this \
            burden|having)
        (stop|end) being a burden( to| on)?( everyone| anyone| you| them| my \w+)?END
    """,
    excuses=("joking",),
)
LEAVE = Meaning(
    name="taking leave",
    ways=r"""
        when i am (gone|dead|not here anymore|not around anymore|not (here|around))AWAY ... \
            (look after|take care|please|tell|give|remember|do not|make sure|be (good|kind|happy)\
            |keep|love|forget|know|scatter|read|open|have my|it will|play)<the (bins|door|plants\
            |bin|key|fish|cat)>
        (look after|take care|take good care|tell|feed|love|be good to|be kind to|watch over|give\
            |raise|mind|protect|be there for|make sure) ... (when|once|after|if|for me when) i \
            am (gone|dead|not here anymore|not around anymore|not (here|around))AWAY(?=$| , | (i\
            |please|and)(?!\S))
        (written|wrote|writing|write|left|leave|recorded|done|doing|finished|made|making) .. \
            (letters?|notes?|videos?|cards?|messages?|passwords?|instructions|everything down\
            |lists?|playlist) ... (when|once|after) i am (gone|dead|not here( anymore)?)AWAY
        (written|wrote|writing|write|finished|started) .. (letters|notes|goodbyes|my letters) to \
            (each of (them|you)END|everyone|them all|all of them|the kids|the children|my (family\
            |kids|children|loved ones|boys|girls|parents and|mum and|wife and))<school|teacher\
            |about (?!why)|for (school|christmas)>
        by the time (you|anyone|they|somebody|someone) .. (read|reads|get|gets|see|sees|find\
            |finds|hear|hears) (this|it|me) ... (gone|dead|over|not be here|too late|at peace|no \
            more)
        (put|putting|getting|get|got|set|setting|have|had) (all )?my (affairs|papers|life) in \
            order(?=$| (so|and|for (you|them|when)|quietly|nobody|this|i|in case)(?!\S)| , (i|so\
            |it|there|nobody|they) )
        (tidied|tidying|sorted|sorting) (up )?(everything|my affairs|my things|all my things) (so\
            |for when|before i go)
        (will|shall) not (be )?(need|needing|want) (it|them|that|any of it|any of this|my \w+\
            |those|much|anything)( anymore)? (where i am going|soon|when i am DEAD|after (tonight\
            |this|friday|sunday|tomorrow)|much longer)
        where i am going (i|you) .. (not|nobody|no)
        (given|giving|gave|give) (away )?.. (my|the) .. (away )?... (will|wo) not (be )?(need\
            |needing|needed|want)( (it|them|that|any))?( anymore| soon| much longer)?END
        (given|giving|gave) (away )?.. (things|stuff|possessions|belongings|treasures|treasured\
            |favourite \w+|jewellery|everything i (own|love))( away)?( to (people|friends|my \
            friends))?$
        (said|saying|say|made|make|making) (all )?my (final |last )?goodbyes( to everyone| \
            now)?END
        (this is|time to say|here to say|want to say|i am saying|say|one last|my final|my last\
            |came to say|only wanted to say) (my )?(final )?(goodbye|farewell|goodbyes)(?=$| , | \
            (everyone|all|then|now|world|my(love|loves|darlings|friends|family)|to (everyone|you \
            all|the world|life|this world|my (family|kids|children|friends|mum|dad|boys|girls))\
            |forever|i|before i (go|do|end)|and (sorry|i|thank)|for good)(?!\S))<to (the|my|our) \
            (old|house|flat|job|school|class|kitchen|car|garden|summer|team)>
        ^(so |sorry |ok |and )?(goodbye|bye|farewell)( then)?( ,)? (everyone|world|cruel world\
            |forever|my (loves?|darlings?|friends?|babies|kids|beautiful \w+)|life|i (am sorry\
            |love you|will always)|and sorry|for good)<exam|essay|weekend|money|sleep|.. \
            (tomorrow|next week|on monday|for now|exam|deadline)|at|until|till|see|from (all|the)>
        (sorry for everything|forgive me|love you(?: all)?|sorry everyone|thank you (all )?for \
            everything|sorry i) ... (goodbye|farewell|gone|in another life|on the other side|was \
            not (enough|strong enough))<last (week|year|month)>
        (please )?forgive me( everyone| mum| all)? (for what i (am|will|have|plan)|for (leaving \
            you|doing this|being weak|giving up)|one day|someday|when i am)
        (love|loved) (you|them|her|him|you all) .. (and|,) .. (it is|it was|was|is)? ?not (your\
            |her|his|their|anyone 's|anybody 's|my \w+ 's) fault
        (not|never) (your|anyone 's|anybody 's|my \w+ 's|her|his|their|the kids) fault .. (when\
            |if|after|that) i (am|was|have|do|did)? ?.. (gone|dead|this|it|die|go)
        (my|the|be my|this is the) last (message|day on (this )?earth|night on|day alive|night \
            alive|christmas|birthday|sunrise|goodbye|night here|day here|summer)(?=$| , | (to you\
            |and i|ever|on earth|alive|with you all|i)(?!\S))<at (?!home)|, (then|before i (move\
            |leave|retire|start|turn))|in (?!this)|with us>
        last time (you|they|anyone) .. (see|hear|talk|speak|hug|hold)( from)?( to)? (me)(?=$| , \
            | (so|and|i|ever)(?!\S))
        (i|it) (will|would|may|might) not (going to )?(be )?(here|around|alive|in this world|on \
            this earth)( for)? (much longer|anymore|for long|long|this time next|to see \
            (christmas|it|them grow|summer|my|him grow|her grow|next)|by (christmas|then|summer\
            |spring|new year|the end|my birthday|easter)|next (year|christmas|summer)|come \
            (christmas|monday|summer|morning)|when you (read|wake)|after tonight|in the morning\
            |forever|tomorrow$)<because (i|we)|as (i|we)|.. (moving|holiday|shift|job|annual\
            |work)|for (the|your|lunch)>
        not (going to |planning to |planning on |expect to )(be |being )?(here|around|alive) \
            (much longer|anymore|for long|by (christmas|summer|spring|new year|my birthday)|next \
            (year|christmas)|in the morning|forever|this time next|to see)<because|as (i|we)>
        (i|it) (will|would) not be (a |in |your |any )?(problem|bother|burden|trouble|nuisance\
            |worry|weight|way)( to| on| for)?( anyone| you| anybody| everyone| them)? (for \
            )?(much longer|anymore|long|soon|after (tonight|today|this|tomorrow))
        (you|they|nobody|everyone|people|mum|dad|she|he) (will|would|can|need) (not |never |soon \
            |stop )?(have to |need to |be )?.. (worry|deal|put up|bother|look after|care|see\
            |seeing|hearing|suffer|fuss|cope|hear)( about| with| for| after| from)? (me|me being\
            |having me) .. (much longer|anymore|again|for long|soon|after (tonight|today\
            |this))<when i|once i (pass|get|have|move)|on (tv|the)>
        i will (never|not) (bother|hurt|burden|trouble|annoy|upset|be able to hurt) (you|anyone\
            |them|anybody|everyone)( down)? (again|anymore|ever again)END
        (soon|finally|then|tonight|tomorrow|by \w+) (it|this|everything|all this) (will|is going \
            to|can) (all )?.. (be over|end|stop|be finished|be done|be quiet)( for me| for good| \
            forever)?$
        (it|this|everything) (will|is going to) (all )?be over (soon|tonight|by (tonight|tomorrow\
            |morning|monday)|before (long|you))( and .. | for me)?$
        (made|making|found|at) (my )?peace (with (god|it|dying|death|leaving|going|the end|what \
            i (am|have)|everything|my decision)|and (i am|now i|i))
        (this time|by this time) (next|tomorrow) ?(week|month|year|monday|christmas)? i will \
            (not be here|be gone|be dead|be at peace|be free)<on|in|at|to|for|from>
        (tell|let) (my |the )?(LOVED|kids|children|family|everyone|parents) (know )?(that )?(i \
            (always )?(love|loved)|i am sorry) .. (them|him|her|her)?(?=$| , )(?! , .. (when\
            |thursday|birthday))<(and|the|it|this)>
        (do not|never) (be sad|cry|blame|miss|be angry|feel bad|grieve|worry|feel guilty|mourn) \
            ... (when|if|after|once) i am (DEAD)AWAY
        (do not|please do not) (come )?(look|looking|search|try to find) (for )?meEND
        (stop|quit) worrying about me (soon|after)
        (you|they|nobody) will never (see|hear from) me (again|anymore)
        (see you|meet|meet again|see you all|be together) (all )?(in heaven|in the next life|on \
            the other side|in another life)
        (look after|take care of|promise|take|protect|look out for) ... (if|should|in case) \
            (anything|something) (happens|happened|happen) to me<at|on (the|my)|during|while|in \
            the (op|operation)>
        thank you for (everything|being (my friend|there|good to me|my)) ... (goodbye|farewell)
        i will not (be )?(need|needing) my (things|stuff|belongings|possessions|clothes) (anymore\
            |soon|again)
        (updated|changed|made|wrote|written|sorted) (my )?will and .. (passwords?|letters?|notes?\
            |goodbye)
        (made|making) (my )?peace(?=PAUSE| and (said|i|now))
        (not|never) (sure|certain|know)( if| whether| that)? i will (still )?(be (here|around\
            |alive)|see|make it) .. (next|tomorrow|by|christmas|much longer|long|in a|this time\
            |summer|spring|birthday)<at|for the|on>
        (get|have|claim|receive) (the|my) life insurance
        remember me (when|once|after|if) i am (gone|dead)
        (last|final) (thing|thing i do) before i (go|die|leave this)|before i go for good
        (can|could|do) not promise .. i will (still )?be (here|alive|around)(?=$| (tomorrow|in \
            the morning|by|next|much|when you)(?!\S))
        (rehomed|rehoming|found a (new )?(home|family) for|finding a (new )?home for) (my|the) \
            (dog|cat|cats|dogs|rabbit|pets?) .. (so|before i (go|do)|for when|after i|in case i\
            |because i will) .. (nobody|gone|go|dead|not be here|without me|alone)
        you can have my ... (will|wo) not (be )?(need|needing|want|wanting)
        (hear|see|hold|hug|talk to|speak to|tell|say) .. (you|your voice|you all|them|everyone\
            |her|him|mum|dad|the kids|goodbye) (.. )?one last timeEND
        remember the good times
        tell LOVED (that )?(it|this) (is|was) not (her|his|their|your) faultEND
        (after (tonight|today|this|tomorrow)|soon|by tomorrow) .. (nothing|it|this|none\
            |everything) .. (will|wo) .. (hurt|matter|be ok|be quiet|stop)(?=PAUSE| anymore)
        (said|made|saying) (sorry|my peace|amends|goodbye) (to|with) (everyone|everybody)<at|in \
            the|who came>
        soon i will (finally )?(be )?(at peace|at rest|gone|with (him|her|mum|dad|them|god|my \
            \w+)( again)?|free of (this|it all|the pain)|free from)END
        i will (finally )?be (at peace|at rest|free of (this|the pain)|free from (this|the pain)\
            |with (god|the lord))END
        (do not|never) cry for me
        hope (they|you|everyone|mum|dad|my \w+|god|people) (can |will |could )?.. (forgive\
            |forgives|understand|understands) .. (one day|someday|for what i am|why i|when i am\
            |for leaving|why i did)
        know (which|what|where) \w+ i would (pick|use|choose|do it|go to)END
        sorry for what i (am about to|am going to|plan to|will|have to|might) do
        (gave|given|giving|give) ... because i will not be (around|here)END
        (easier|better|simpler) for (them|you|everyone|my family) (afterwards|after (i|it)|when i\
            |once i)
        (letters?|notes?|videos?|messages?) for (my|the) (kids|children|family|daughter|son|wife\
            |husband|boys|girls|grandchildren) .. (to (read|open|watch|have|find)|for) (later\
            |when|after|one day|once|someday)
        (saying|said|say) (my )?goodbyes? to (people|everyone|everybody|my (friends|family|kids\
            |loved ones|children))<at|on|in|before|from>
        at peace (now that i|with (my decision|what i|going|dying|leaving|it|the end)|because i \
            have decided)
    """,
    excuses=("joking",),
)
NOT_SAFE = Meaning(
    name="not safe with oneself",
    ways=r"""
        not .. trust myself .. (alone|tonight|on my own|by myself|not to (do|hurt|harm|die|act\
            |jump|take)|(with|around|near) (the |my |a |these |all these )?(knives|pills|tablets\
            |meds|car|medication|paracetamol|blades|razors|train|trains|bridge|bridges|tracks))
        not .. trust myselfEND
        not .. safe .. (with myself|from myself|alone with (myself|my thoughts)|in my own (head\
            |company)|to be (left )?alone|being alone|by myself|to be on my own|with my thoughts\
            |in my head|on my own( tonight)?$)<in (the|this) (street|area|park)|walking|at night>
        (unsafe|not safe) (with|from|around) myself|(danger|risk) to myself
        (should|must|can|could) not be (left )?(alone|on my own|by myself)( tonight| right| with \
            (myself|my thoughts|my meds|the pills|these thoughts))?END
        (scared|afraid|frightened|terrified|worried|fear|know) (of )?.. what i (might|may|could\
            |will|would|am going to|am capable of) ?(do)?( to myself| tonight| next| if left \
            alone)?END
        not .. trust what i (might|will|would|could|may|am going to)
        (scared|afraid|frightened|terrified) (to be|of being) (left )?alone with (my|the|these) \
            (thoughts|head|mind)|alone with (my|the|these) (dark )?thoughts
        thoughts .. (darker|darkest|louder|stronger|scarier|worse|dark|black)(?=PAUSE| (and|every\
            |at night|again|tonight)(?!\S))
        (dark|scary|suicidal) thoughts<about (my (boss|ex|neighbour|sister|mother)|him|her|them\
            |the)>
        (scared|afraid|frightened|terrified) of (myself|my own (head|mind|thoughts)|my thoughts\
            |what is in my head)
        (might|may|going to|will|could|about to|want to|nearly|almost|if i|before i|end up|i) (do\
            |did|doing) something (really )?(stupid|drastic|bad|terrible|awful|silly|i (can not\
            |will not be able to)(take back|undo|come back)|to myself|permanent|final\
            |irreversible)<like|with|about|such|and (buy|dye|spend|text|ring|book|quit)|to (the\
            |my|him|her)|on|at|for|again at>
        (might|may|going to|will) do something to myself
        (dark|bad|scary|black|ugly|those|dangerous|horrible|these|intrusive|awful) (and scary \
            |and dark )?thoughts .. (again|back|coming|come|winning|louder|tonight|getting|got\
            |stronger|scare|scaring|worse|about (dying|hurting|ending|not)|scare me|take over\
            |taking over|will not (stop|go)|stop)
        (having|have|had|get|got|getting) .. (dark|black|darkest) thoughts<about (my (boss|ex\
            |neighbour|sister|mother)|him|her|them|the)>
        (thoughts|head|mind|voices|voice) .. (are |is |get |gets |getting )(too )?(dark|black\
            |dangerous|winning|too loud)
        (in|at|to) (a|the) (dark|black|bad|darkest) place (again|i|and i do not (know|trust|see\
            |want)|in my head)
        (voices|voice|demons|thoughts) .. (telling|tell|want|wants|told) me to .. (do it|die|jump\
            |hurt|end|go)
        (not|unlikely to|if i|whether i|never|doubt i) .. (make it|last|survive|live) (through\
            |until|past|to see|to) (the |my )?.. (night|tonight|morning|tomorrow|weekend|birthday\
            |christmas|thirty|twenty|eighteen|30|18|21|25|40|next (week|year|month)|end of the \
            (week|month|year))(?=$| (alive|and i|i|if|without)(?!\S)| , i )<party|match|service\
            |concert|dinner>
        (keep|keeping|stay|staying) (myself )?safeEND
        (can not|not sure i can|struggling to|not able to|not know if i can|hard to) (keep|stay) \
            (myself )?safe
        (scared|afraid|worried|frightened|terrified) .. i (will|might|may|am going to) .. (not \
            be (here|alive)|do it|end it|go through with it|act on|hurt myself|not make it)
        act(ing)? on (it|them|these|those|my|the) ?(thoughts|urges|feelings)?END
        too close to the (edge|platform|railing|railings|tracks)<of the (pool|stage|table|desk)>
        (keep|kept|find myself|end up|drawn|always) (walk|walking|drive|driving|going|back|go) \
            (back )?(to|down to|by|past|over to) the (river|bridge|cliff|cliffs|tracks|canal|lake\
            |sea|railway|reservoir)(?=PAUSE| (at night|every night|again|alone|in the dark\
            |and)(?!\S))
        (keep|not stop|always|been) thinking (about|of) (the|that|those|my|a) (bridge|pills\
            |tablets|rope|train|trains|tracks|river|cliff|knife|blade|razor|roof|gun|water|edge\
            |drop)END
        garage .. engine (running|on)
        (look|looked|looking|google|googled|googling|search|searched|read|asked) .. what (happens\
            |would happen) (if|when) (you|i|someone) (mix|take|took|drink|swallow|swallowed|jump\
            |overdose|inject|stop breathing|hang|drown)
    """,
    excuses=("joking",),
)
FAREWELLS = (BETTER_GONE, BURDEN, LEAVE, NOT_SAFE)
