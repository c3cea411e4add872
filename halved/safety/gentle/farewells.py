"""Farewells: taking leave of others."""

from halved.safety.gentle.meaning import Meaning

FAREWELL = Meaning(
    name="taking leave",
    ways=r"""
        when i am (gone|dead|not here anymore|not around anymore|not (here|around))AWAY ... (look \
            after|take care|tell|give|remember|do not|make sure|be (good|kind|happy)|keep|love\
            |forget|know|scatter|read|open|have my|it will|play)<the (bins|door|plants|bin|key|fish\
            |cat)>
        (look after|take care|take good care|tell|feed|love|be good to|be kind to|watch over|give\
            |raise|mind|protect|be there for|make sure) ... (when|once|after|if|for me when) i am \
            (gone|dead|not here anymore|not around anymore|not (here|around))AWAY(?=$| , | (i\
            |and)(?!\S))
        (written|wrote|writing|write|left|leave|recorded|done|doing|finished|made|making) .. \
            (letters?|notes?|videos?|cards?|messages?|passwords?|instructions|everything down\
            |lists?|playlist) ... (when|once|after) i am (gone|dead|not here( anymore)?)AWAY
        (written|wrote|writing|write|finished|started) .. (letters|notes|goodbyes|my letters) to \
            (each of (them|you)END|everyone|them all|all of them|the kids|the children|my (family\
            |kids|children|loved ones|boys|girls|parents and|mum and|wife and))<school|teacher\
            |about (?!why)|for (school|christmas)>
        by the time (you|anyone|they|somebody|someone) .. (read|reads|get|gets|see|sees|find|finds\
            |hear|hears) (this|it|me) ... (gone|dead|over|not be here|too late|at peace|no more)
        (put|putting|getting|get|got|set|setting|have|had) (all )?my (affairs|papers|life) in \
            order(?=$| (that|and|for (you|them|when)|nobody|this|i|in case)(?!\S)| , (i|it|there\
            |nobody|they) )
        (tidied|tidying|sorted|sorting) (up )?(everything|my affairs|my things|all my things) (for \
            when|before i go)
        (will|shall) not (be )?(need|needing|want) (it|them|that|any of it|any of this|my \w+|those\
            |much|anything)( anymore)? (where i am going|soon|when i am DEAD|after (tonight|this\
            |friday|sunday|tomorrow)|much longer)
        where i am going (i|you) .. (not|nobody|no)
        (given|giving|gave|give) (away )?.. (my|the) .. (away )?... (will|wo) not (be )?(need\
            |needing|needed|want)( (it|them|that|any))?( anymore| soon| much longer)?END
        (given|giving|gave) (away )?.. (things|stuff|possessions|belongings|treasures|treasured\
            |favourite \w+|jewellery|everything i (own|love))( away)?( to (people|friends|my \
            friends))?( today| this week)?$
        (said|saying|say|made|make|making) (all )?my (final |last )?goodbyes( to everyone)?END
        (this is|time to say|here to say|want to say|i am saying|say|one last|my final|my last\
            |came to say|only wanted to say) (my )?(final )?(goodbye|farewell|goodbyes)(?=$| , | \
            (everyone|all|then|world|my(love|loves|darlings|friends|family)|to (everyone|you all\
            |the world|life|this world|my (family|kids|children|friends|mum|dad|boys|girls))\
            |forever|i|before i (go|do|end)|and (sorry|i|thank)|for good)(?!\S))<to (the|my|our) \
            (old|house|flat|job|school|class|kitchen|car|garden|summer|team)>
        ^(sorry |ok |and )?(goodbye|bye|farewell)( then)?( ,)? (everyone|world|cruel world|forever\
            |my (loves?|darlings?|friends?|babies|kids|beautiful \w+)|life|i (am sorry|love you)\
            |and sorry|for good)<exam|essay|weekend|money|sleep|.. (tomorrow|next week|on monday\
            |exam|deadline)|at|until|see|from (all|the)>
        (sorry for everything|forgive me|love you(?: all)?|sorry everyone|thank you (all )?for \
            everything|sorry i) ... (goodbye|farewell|gone|in another life|on the other side|was \
            not (enough|strong enough))<last (week|year|month)>
        forgive me( everyone| mum| all)? (for what i (am|will|have|plan)|for (leaving you|doing \
            this|being weak|giving up)|one day|someday|when i am)
        (love|loved) (you|them|her|him|you all) .. (and|,) .. (it is|it was|was|is)? ?not (your|her\
            |his|their|anyone 's|anybody 's|my \w+ 's) fault
        (not|never) (your|anyone 's|anybody 's|my \w+ 's|her|his|their|the kids) fault .. (when|if\
            |after|that) i (am|was|have|do|did)? ?.. (gone|dead|this|it|die|go)
        (my|the|be my|this is the) last (message|day on (this )?earth|night on|day alive|night \
            alive|christmas|birthday|sunrise|goodbye|night here|day here|summer)(?=$| , | (to you\
            |and i|on earth|alive|with you all|i)(?!\S))<at (?!home)|, (then|before i (move|leave\
            |retire|start|turn))|in (?!this)|with us>
        last time (you|they|anyone) .. (see|hear|talk|speak|hug|hold)( from)?( to)? (me)(?=$| , | \
            (and|i)(?!\S))
        (i|it) (will|would|may|might) not (going to )?(be )?(here|around|alive|in this world|on \
            this earth)( for)? (much longer|anymore|for long|long|this time next|to see (christmas\
            |it|them grow|summer|my|him grow|her grow|next)|by (christmas|then|summer|spring|new \
            year|the end|my birthday|easter)|next (year|christmas|summer)|come (christmas|monday\
            |summer|morning)|when you (read|wake)|after tonight|in the morning|forever\
            |tomorrow$)<because (i|we)|as (i|we)|.. (moving|holiday|shift|job|annual|work)|for (the\
            |your|lunch)>
        not (going to |planning to |planning on |expect to )(be |being )?(here|around|alive) (much \
            longer|anymore|for long|by (christmas|summer|spring|new year|my birthday)|next (year\
            |christmas)|in the morning|forever|this time next|to see)<because|as (i|we)>
        (i|it) (will|would) not be (a |in |your |any )?(problem|bother|burden|trouble|nuisance\
            |worry|weight|way|bothering|troubling|burdening|hurting)( to| on| for)?( anyone| you| \
            anybody| everyone| them)? (for )?(much longer|anymore|long|soon|after (tonight|today\
            |this|tomorrow))
        (you|they|nobody|everyone|people|mum|dad|she|he) (will|would|can|need) (not |never |soon \
            |stop )?(have to |need to |be )?.. (worry|deal|put up|bother|look after|care|see|seeing\
            |hearing|suffer|fuss|cope|hear)( about| with| for| after| from)? (me|me being|having \
            me) .. (much longer|anymore|again|for long|soon|after (tonight|today|this))<at the\
            |when i|once i (pass|get|have|move)|on (tv|the)>
        (after|from) (tonight|today|tomorrow|this week|\w+day) (nobody|you|they) (will|wo) .. (have\
            |need) to .. (worry|deal|put up|bother|look after|care|suffer|cope) (about |with |for \
            )?meEND
        i will (never|not) (bother|hurt|burden|trouble|annoy|upset|be able to hurt) (you|anyone\
            |them|anybody|everyone)( down)? (again|anymore)END
        (soon|then|tonight|tomorrow|by \w+) (it|this|everything|all this) (will|is going to|can) \
            (all )?.. (be over|end|stop|be finished|be done|be quiet)( for me| for good| \
            forever)?(?=$| and i (will )?.. (not|never) (hurt|suffer|feel))
        (it|this|everything) (will|is going to) (all )?be over (soon|tonight|by (tonight|tomorrow\
            |morning|monday)|before (long|you))( and .. | for me)?$
        (made|making|found|at) (my )?peace (with (god|it|dying|death|leaving|going|the end|what i \
            (am|have)|everything|my decision)|and (i am|i))
        (this time|by this time) (next|tomorrow) ?(week|month|year|monday|christmas)? i will (not \
            be here|be gone|be dead|be at peace|be free)<on|in|at|to|for|from>
        (tell|let) (my |the )?(LOVED|kids|children|family|everyone|parents) (know )?(that )?(i \
            (love|loved)|i am sorry) .. (them|him|her|her)?(?=$| , )(?! , .. (when|thursday\
            |birthday))<(and|the|it|this)>
        (do not|never) (be sad|cry|blame|miss|be angry|feel bad|grieve|worry|feel guilty|mourn) \
            ... (when|if|after|once) i am (DEAD)AWAY
        (do not) (come )?(look|looking|search|try to find) (for )?meEND
        (stop|quit) worrying about me (soon|after)
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
        (made|making) (my )?peace(?=PAUSE| and (said|i))
        (not|never) (sure|certain|know)( if| whether| that)? i will (be (here|around|alive)|see\
            |make it) .. (next|tomorrow|by|christmas|much longer|long|in a|this time|summer|spring\
            |birthday)<at|for the|on>
        (get|have|claim|receive) (the|my) life insurance
        remember me (when|once|after|if) i am (gone|dead)
        (last|final) (thing|thing i do) before i (go|die|leave this)|before i go for good
        (can|could|do) not promise .. i will be (here|alive|around)(?=$| (tomorrow|in the morning\
            |by|next|much|when you)(?!\S))
        (rehomed|rehoming|(gave|given|giving) (away|up)|found a (new )?(home|family) for|finding a \
            (new )?home for) (my|the) (dog|cat|cats|dogs|rabbit|pets?) (.. (before i (go|do)|for \
            when|after i|in case i|because i will) )?.. (nobody|gone|go|dead|not be here|without me\
            |alone|(ok|okay|fine|safe) after(wards)?END)
        you can have my ... (will|wo) not (be )?(need|needing|want|wanting)
        (hear|see|hold|hug|talk to|speak to|tell|say) .. (you|your voice|you all|them|everyone|her\
            |him|mum|dad|the kids|goodbye) (.. )?one last timeEND
        remember the good times
        tell LOVED (that )?(it|this) (is|was) not (her|his|their|your) faultEND
        (after (tonight|today|this|tomorrow)|soon|by tomorrow) .. (nothing|it|this|none\
            |everything) .. (will|wo) .. (hurt|matter|be ok|be quiet|stop)(?=PAUSE| anymore)
        (said|made|saying) (sorry|my peace|amends|goodbye) (to|with) (everyone)<at|in the|who came>
        soon i will (be )?(at peace|at rest|gone|with (him|her|mum|dad|them|god|my \w+)( again)?\
            |free of (this|it all|the pain)|free from)END
        i will be (at peace|at rest|free of (this|the pain)|free from (this|the pain)|with (god\
            |the lord))END
        (do not|never) cry for me
        hope (they|you|everyone|mum|dad|my \w+|god|people) (can |will |could )?.. (forgive|forgives\
            |understand|understands) .. (one day|someday|for what i am|why i|when i am|for leaving\
            |why i did)
        know (which|what|where) \w+ i would (pick|use|choose|do it|go to)END
        sorry for what i (am about to|am going to|plan to|will|have to|might) do
        (gave|given|giving|give) ... because i will not be (around|here)END
        (easier|better|simpler) for (them|you|everyone|my family) (afterwards|after (i|it)|when i\
            |once i)
        (letters?|notes?|videos?|messages?) for (my|the) (kids|children|family|daughter|son|wife\
            |husband|boys|girls|grandchildren) .. (to (read|open|watch|have|find)|for) (later|when\
            |after|one day|once|someday)
        (saying|said|say) (my )?goodbyes? to (people|everyone|my (friends|family|kids|loved ones\
            |children))<at|on|in|before|from>
        (calm|lighter|peace|peaceful|relieved|free|better|happy|happier|relief) .. (since|because) \
            .. (decided|settled|(made|making) (my|the|a|up my) (decision|mind|choice)|know (when\
            |what i am going to do|how))(?=PAUSE| (to (die|go|end))|it)<to (move|leave|quit|take\
            |study|go to)>
        (decided|settled|made (my|up my) (decision|mind))( it| it all)? .. (calm|lighter|at peace\
            |peaceful)
        (whoever|someone|somebody|they|one who|anyone|people|to|stranger|police|you) (finds?\
            |finding|found|discovers?) (me( like this)?|my body|me dead)(?=PAUSE| (tell|it|is|will\
            |in|like|should))<a|in the (queue|crowd|shop|garden|pub|car park|kitchen|library|bar)\
            |on (facebook|linkedin|the)>
        (imagine|imagining|picture|picturing) .. (finding|find) (me|my body)END
        whoever (finds|reads) this(?=PAUSE| (tell|know))
        sorry (that )?it (has|had|have) to (be|end|come to) (like )?(this|that)( way)?END
        (nobody 's|not (your|anyone 's|anybody 's)) fault(?=PAUSE) .. (remember|know) (that|this)
        last (time|thing|entry|note|message|letter|post) (that )?i (will |am going to |am )(write\
            |post|send|say|be here)
        there (will|wo) not be (a|another) (next (week|month|year|christmas|birthday|summer|spring)\
            |tomorrow|christmas|birthday)END
        (will|wo|is) not (be |going to be |have )?(a|any|another) (next (year|week|month|christmas\
            |birthday|time)|tomorrow|future|monday|birthday|christmas) for me
        (when|once|after|until|as soon as) (my )?(LOVED|cat|old dog|dog) (dies|goes|is gone|has \
            died|has gone|passes|passed|is dead) .. (i (can|will|am|could) .. (go|free|follow|do it\
            |leave|die|end)|nothing (keeping|stopping|holding))<on|to|home|and (buy|move)>
        (only|all) .. (here|alive|staying|hanging on|hanging around|holding on|stay|keeping going\
            |living|stick around) (for|because of) (my|the) (LOVED|kids|children|cat|cats|dog|dogs\
            |pets?|sake of)
        (LOVED|cat|dog|kids|children|pets?|cats|dogs) (is|are) the only (reason|thing|ones?) .. (i \
            am .. (here|alive|going)|i (stay|get up|keep going|have not|live)|keep(s|ing)? \
            me(?=PAUSE| (alive|here|going)))
        nothing (more|left|else) to (give|say|offer|do here)( anyone| anybody)?(?=PAUSE| and \
            nothing)
        (living|live) on borrowed time
        (give|gave|giving|given) (away|my) .. (to (charity|oxfam)|away) .. i am (waiting|ready)
        at peace (with (my decision|what i|going|dying|leaving|it|the end)|because i have decided)
        list of who (gets|should (get|have)|is to have) what
        after (today|tonight|tomorrow|this week|\w+day) .. (i )?(will )?not (be|have|need) ... \
            (problem|bother|worry|trouble|burden|anymore)
        (by|before|come) (the )?\w+ (it|this|everything) (will|is going to) (all )?be overEND
        (going|go) (away|somewhere) .. (not|never) (be )?coming backEND
        (this is|tonight is|be|today is) my last (night|day|evening)$
        (do not|never) (hate|forget) me(?=PAUSE| (when|for|if|once))
        ^(and )?tell (my |the )?(LOVED|kids|children|parents) (that )?i am sorry$
        tell .. (that )?(i|their (dad|mum)|her (dad|mum)) (loved|loves) (them|her|him|you)END
        remember me (as|for|like|before|with|smiling)
        when it is (all )?over ... (look after|take care|tell|give|make sure)
        (do not|never) blame (yourself|yourselves)(?=PAUSE| (for (what|this)|when|if|ok|over))
        ^(and )?i know what i (have|need|must|got) to do$
        (have|got|keep) (my|a) way out(?=PAUSE| (and|ready|in))<of (the|this)>
        (cleared|tidied|emptied) (out )?my room ... (given|gave)
        said (everything|what) i (needed|wanted|had) to say( to (everyone|them|her|him|you all\
            |people))?$
        (will|wo) not be (here|around|there) to see (you|them|him|her|it|my|the (kids|children))<on\
            |at the (concert|match|play|show)|because|tonight>
        not (expect|expecting|plan|planning) (to be|on being) (here|around|alive) (at|for|by|when\
            |next|come|past)<the (meeting|party|session|show)|lunch|dinner|work>
        if i am (not here|gone|dead) (tomorrow|next week|by morning|in the morning|one day) ... \
            (know|remember|tell|look after)
        if (anything|something) (happens|happened|should happen) to me ... (look after|take care\
            |tell|promise)<on (the|my)>
        understand why i (had to|have to|did|am doing) (do|go|leave|this|it)
        leaving and (i )?(will not be|am not|not|never) (coming|come) back(?=PAUSE)
        (soon|tonight|tomorrow|then) (the pain|this pain|my pain|the hurting|nothing|it) will (all \
            )?(stop|hurt|end|be gone)
        (will|is going to) (all )?be over soon(?=PAUSE)
        ^this is not (your|anyone 's|anybody 's) faultEND
        (this is|my) (my )?(final|last) (entry|post|message|letter|note)(?=PAUSE)
        last you will hear from me(?=PAUSE)
        sorry (that )?i (was not|am not|could not be) (stronger|strong enough|better|enough)END
        sorry (that )?i could not (hold on|hang on|keep going|stay|do it|fight)( anymore| \
            longer)?END
        sorry for leaving (you|you all|everyone|them)( like this| alone| behind)?END
        (free|rid) of all (this|of this|of it)END
        (will|wo) not see (christmas|the (summer|spring|new year|morning)|tomorrow|my (next \
            )?birthday|another \w+)END
        when i am not here ,? ?(keep|remember|tell|look after|be|know)
        (will|wo) not be (around|here|alive) for my (birthday|next birthday|\w+th|\w+st)END
        i will be with (LOVED|god|jesus|them) (again )?soonEND
    """,
    excuses=("joking", "moving"),
)
