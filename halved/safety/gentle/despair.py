"""Despair: tired of life, no reason for it, and no way on."""

from halved.safety.gentle.meaning import Meaning

TIRED_OF_LIFE = Meaning(
    name="tired of life",
    ways=r"""
        (tired|sick|weary|exhausted|fed up|done|finished|bored|had it|through|am over|worn out\
            |sickened|had enough|have enough) (of|with|by|from)? ?.. (LIVING|this world|trying to \
            stay alive)STOP
        (tired|sick|weary|exhausted|fed up|worn out) (of|with|from) (fighting|struggling|hurting\
            |it all|trying to(survive|live|hold on)|holding on|surviving|waking up|being in pain\
            |this fight|the fight|everything|being me|trying|pretending i want to live)(?=$| \
            (anymore|every (day|morning)|i)(?!\S))
        (tired|sick|weary|exhausted|fed up|worn out) (of|with|from|by) (being alive|existing)
        barely (holding|hanging) on(?=PAUSE| and (i|my))
        (done|finished) (with|fighting)( it all| everything| this world| all of it| fighting| \
            trying)END
        (had|have had|have) enough of (it all|everything|this world)STOP
        (not (have|got) (the |any )?|no |out of |lost (my|the|all) )(strength|energy|fight|will) \
            (left )?to (LIVE|fight|keep fighting)STOP
        (not (have|got) (the |any |much )?|no |not much )(strength|energy|fight|will|life|hope) \
            left( in me| to give)?END
        (exhausted|worn out|tired out|broken|beaten|drained|defeated|crushed) by (life|living\
            |being alive|existence|this life)
        not strong enough (to (live|go on|keep|carry|survive|stay)|for this (life|world))|too weak \
            to (go on|live|carry on)
        (give|giving|given|gave) up on (life|living|myself|staying alive|everything)<admin\
            |drawing|in>
        (ready|want|going|about|decided) to give up( on (life|living|it all|everything)| for good| \
            living)(?=$| ,)
        (stopped|stop|quit|done) (fighting|trying) to (live|stay alive|survive)
        (demons|darkness|depression|thoughts|voices|illness|pain) .. (is|are|has|have) (winning\
            |won)
        (losing|lost) (the|this|my) (battle|fight|war)( with (life|myself|my mind|depression|my \
            head))?$
        can not (keep )?fight(ing)?( this| it| them| the (thoughts|urge|urges|voices)| my (head\
            |mind|thoughts))?( anymore)?$
        (ready|want|time|able) .. (to )?(rest|sleep|stop) (forever|for good)
        (run|running|ran) out of (strength|hope|reasons|fight|will|reasons to \w+)END
        (heart|body|mind|soul|head) .. (not want|does not want|given up|ready|had enough|wants) .. \
            (to )?(continue|go on|carry on|beating|stop beating|living|life)END
        (outlived|outlived my|lived past) (everyone|everything|my (usefulness|purpose|time|use))
        the will to (go on|carry on|keep going|continue|fight|get up|wake up)END
        (tired|sick|exhausted) (of|from) (pretending (i want to|to want to) (be|live|stay|get)\
            |fighting my (own )?(head|mind|thoughts|brain|demons))
    """,
    excuses=("joking",),
)
NO_REASON = Meaning(
    name="no reason to live",
    ways=r"""
        (no|any|not a|a single|one good|one|single|without|fewer|few|out of|lost|lose|losing|find\
            |need|have|see|give me|zero|what) .. (reasons?|will|desire|wish|purpose|sense\
            |motivation) (left )?(for me )?(to|in|of) (me )?(not )?(LIVE|LIVING|stick around|kill \
            myself)<with|in (?!pain|this (world|life|body))|at (?!all)|about|a|the|to|until|for|on \
            (?!this)|near|early|by|here|there|if (?!this)|when|\w+day|after|this>
        (no|any|is there|what is the|see the|see a|the|much|zero|little|not) .. (point|sense) (is \
            there )?(left )?(to|in|of) (me )?(LIVING|anything|everything|it all|any of (it|this)\
            |all of this|all this|to live|live|tomorrow|trying|fighting|me)STOP
        (no|not (see|have|know)( the| a| any| what the)?|what is the) (point|use|hope) (is \
            )?anymore(?=$| i(?!\S))
        no (point|use) (LIVING|(in )?(trying anymore|fighting anymore))STOP
        (nothing|not (have )?anything|nobody|something|little) (left |here |in (the|this) world \
            )?.. to live for
        (nothing|not anything) (is )?(left (for me|in me|here for me|inside me)|here for me|for me \
            here)( in this world| here| anymore)?END
        (nothing|not anything) (good )?(left )?to look forward to( anymore| in life)?(?=$)
        (my )?life (is|was|feels|seems|has|is not|has lost) .. (worth living|not worth|worthless\
            |pointless|meaningless|unbearable|a waste|not liveable|unlivable|without meaning|no \
            (meaning|point|purpose|value|worth)|hopeless|not for me|all meaning|unliveable|worth \
            nothing)(?=$| , | (living|it|anymore|to me|and|anything|i|left)(?!\S))
        (not|is it|is life|life) worth (living|being alive|staying alive|going on|staying for\
            |carrying on)<in|at|there|near|\w+day>
        (only|single|last|one) (thing|things|reason|reasons|person|people|one|ones) (that |who \
            |why )?(is |are )?(keeps?|keeping|stopping|stops|holding|i am|i) .. (alive|here|going\
            |from (doing it|ending|killing|dying)|killed myself|ended it|done it|dead)END
        (need|give me|find|looking for|find me) (a|one|any|some) (good )?reasons? (to (live|stay\
            |stay alive|keep going|go on|not)|not to)<in (?!this)|at|with|the|a>
        (nothing|nobody|what is there|what do i have|what have i got|not have anything) (left )?to \
            live for
        life (has|holds|had) (lost )?.. (no|nothing|not any|all|its) .. (meaning|point|purpose|for \
            me|value|left)(?=PAUSE| (anymore|for me)(?!\S))
        (everything|it all|all of it|life|it) (is|feels|seems) (all )?(hopeless|pointless\
            |meaningless|futile)( anymore)?(?=$| , i| and i)
        i feel hopeless( about (everything|life|the future)| and \w+)?$
        (lost|losing|given up|abandoned|run out of|out of) (all )?(my )?hope(?=PAUSE| (for|in) (me\
            |life|the future|everything))
        not belong (here )?(, )?(in|on) this (world|earth|planet|life)
        (no|not a) (place|room|space) for me (in|on) this (world|earth|planet|life)|no place in \
            this world for me
        (not|never) (meant|made|built|cut out|supposed|born) (for (this )?(world|life|living|earth)\
            |to be (here|born|alive))(?=PAUSE| anymore)
        (life|living|this world) (is|was) not for me
        (the|this) (world|earth|planet) (does|would|will) not (need|want|miss|notice) me
        my (existence|life|birth|being (here|born|alive)) (is|was|has been) (a|an|one long|one \
            big) .. (mistake|waste|burden|accident|error|curse)
        i am worthless$
        (including|especially) (living|life|being alive)END
        if (it|i) (was|were|did) not (for|have) ... (be dead|kill myself|killed myself|end it\
            |ended it|done it|be gone|be here anymore|not be (here|alive))
        would (have )?(be dead|kill myself|killed myself|end it|ended it|done it|be gone|not be \
            (here|alive)) .. (if (it|i) (was|were|did) not (for|have)|if not for|but for|without) \
            (my|the|him|her|them)
        (reason|reasons) (left )?to (stay|keep trying|keep fighting|get up|get out of bed|be \
            here)(?=PAUSE| (in the morning|anymore|alive|here|on this)(?!\S))
        (nothing|not anything|nobody) (left )?to (get up|wake up|live|stay|keep going|go on|stay \
            alive|carry on) for( anymore)?(?=PAUSE| (in the morning|anymore)(?!\S))
        i do not matter( to anyone| anymore| at all)?$
        i am not worth (saving|helping|the trouble|anything|being|living|it to)
        (i am|i only|i|all i do is|waste|i am only) (take|taking) up (space|air|oxygen\
            |room)(?=PAUSE| ((in|on) this (world|earth|planet)|that (someone|somebody|others|other \
            people)))
        stopped making plans (because|since)|no plans (past|beyond)
        (lose|losing|lost) the will to (keep|fight|try|go on|live|carry on|bother)
        nothing (left )?to (stay|live|go on|be here) for (since|without|after)
        what is the (use|good) (of|in) (going|carrying|living|trying|it|anything|life)
        i am worthless and
        (only) alive because
        why (am|was) i (alive|born|here on earth)( at all)?END
        (only )?reason (that )?i am (here|alive) is (my|the) (LOVED|kids|children|cat|dog|cats\
            |dogs)END
        is the reason (that )?i am (here|alive)END
    """,
    sayable_of_others=True,
)
NO_WAY_ON = Meaning(
    name="no way on",
    ways=r"""
        (?<!it )can not (go on|be alive|be here|keep doing this|keep being here|carry on|keep going\
            |keep on|keep (doing|living|fighting)|go on living|live|exist|do life|do living|live \
            with myself|hold on|hang on|bear to live|stay alive|survive)( like this| this way| this\
            | anymore| much longer| with life| living| any further){0,3}(?=$| (i|it is|and i\
            |because)(?!\S)| , i )
        ^(and |but |sorry )?(i )?can not (do|take|bear|stand|handle|survive) (this|it|any of this\
            |it all|life|living|being (me|alive))( anymore)( on my own| like this)?(?=$| , (i am \
            (done|sorry|tired|exhausted|finished)|i want|sorry)(?!\S))
        can not (face|bear|stand|take) (life|living|another (day|week|year|night|morning)|tomorrow\
            |being alive|waking up|to LIVE|LIVING)(?=$| (anymore|like this|of this|of it|and|i|in \
            this)(?!\S)| ,)
        (no|not see (a|any|another)|not find (a|any)|not any|see the|the|only|no other|any other\
            |is a) (other )?way out( for me| anymore| of this| of it all| of life| except| is| \
            left){0,2}(?=$| (i|to (die|end)|(death|dying|to die))(?!\S)| , i )
        (have|has|see|had|got|am|i|me|there is|is) (got )?(no|not (have|see|imagine|picture) (a|any\
            |my|much of a)) (future|hope|escape|tomorrow|way forward|light)( left)?( anymore)?( \
            for (me|myself))?( with me in it)?( at all)?$
        (no|not (have|see|imagine|picture) (a|any|my|much of a)) (future|hope|escape|tomorrow|way \
            forward|light)( left)? (for (me|myself)|with me in it|left)<of|to|at|in (the|this) \
            (company|job|firm)>
        not (have|see|imagine|picture) (a|any|my|much of a|the) (future|light at the end of the \
            tunnel|way forward|tomorrow)( anymore)?$
        (not|never) (see|imagine|picture|seeing|make it|making it) (myself )?.. (alive|being alive\
            |being here|making it (to|past)|reaching|turning|living past|getting past|lasting\
            |surviving|to my|past)<in|there>
        (it|things|life|this|i) (is |am |are |will |does )?(never|not) (going to )?(get|gets|be\
            |getting) (any )?(better|happy again|ok again|okay again|happy|well again)( for me| \
            anymore)?$
        nothing (will |is |can |does )?(going to )?(get|gets|getting|help|change) ?(any )?(better\
            |me|this)?( for me)?$
        (nothing|not anything) matters( to me)?( anymore)?(?=$| i(?!\S)| , i )
        (want|wish|need|like|pray|praying|ready for|hope) (for )?(it all|everything|the pain|this \
            pain|my pain|the suffering|my suffering|all of this|all of it|the hurt|the hurting|all \
            this|this all|the thoughts|this life) (to )?(all )?(stop|end|go away|be over|be done\
            |over|finish)(?=$| (forever|for good|i|and|anymore|tonight)(?!\S)| , (i|for good\
            |forever|whatever) )
        (make|let) (it all|it|everything|the pain|the thoughts|the voices) (stop|end)(?=$| , (i)| \
            for good| forever)
        (want|need|like) (it|this|my life) to (be over|end)( for good| forever| tonight| soon)?$
        (want|need) (to )?(be |get )?out( of (here|this|it all))? (for good|forever|of my (head\
            |misery|life))
        (hope|ready|want|long|longing|like|wish|need|deserve) .. (to|for|i could) (be at peace\
            |find peace at last|.. peace at last|rest forever|eternal (rest|peace|sleep)|rest in \
            peace|rest for good|be free of (it all|this life|this pain|the pain|this world)|be out \
            of (this|my) (pain|misery|suffering)|be free forever|peace at last|final peace)
        (at|reached|to|come to) the end of (my|the) (road|line)(?=$| (and (i)|i)(?!\S)| , i )
        my life is (over|finished|ruined|done)(?=$| (and i|i)(?!\S))
        not (know|see) (how|if) ... (longer|more) i can (take|hold on|go on|do|last|carry on|live\
            |keep|fight|survive|stand|bear|cope)( (this|it|on|like this|going|living|doing \
            this))?( for)?END
        not (know|see) (if|how) i can (go on|hold on|carry on|keep going|live)(?=PAUSE| (much\
            |anymore|like this|another|with)(?!\S))
        (not sure|unsure|doubt|wonder) (if |whether |that )?i (can|will) (keep going|go on|carry on\
            |hold on|last|make it|live|survive)(?=PAUSE| (much|anymore|like this|another\
            |without)(?!\S))
        (pain|suffering|hurt|darkness|emptiness|sadness|nightmare|misery|agony|torment) (will|is\
            |does|would) (never|not) .. (end|stop|ending|stopping|go away|going away|leave|let \
            up)(?=$| and| , i)
        (pain|suffering|agony|misery) (is|has become|feels) .. (unbearable|too much|more than i \
            can)(?=$| (to bear|and)| , i)
        (wish|want|hope|need|pray) .. (it|everything|this|it all|life) (would|could|will|to) (all \
            )?(end|stop|be over)(?=$| (for good|forever|i)(?!\S))
        (nobody|not anyone|nothing) (can|could|will|is able to) (help|save|fix|reach) me( \
            anymore)?(?=$| , (it is )?too late)
        too (broken|damaged|far gone|messed up|lost)( to (be )?(fix|fixed|save|saved|help|helped\
            |repair|repaired|live))?( for me)?( anymore)?$
        (beyond|past) (help|saving|repair|hope|fixing)$
        trapped .. (no (way out|escape|exit)|(in|inside) my (own )?(head|mind|life))
        not (imagine|face|picture|bear) (living|going on|carrying on|another (year|day|month\
            |week)(?! with)|(the rest|the idea) of my life|getting (old|older)|being alive)
        (it|then it|and it) would (all )?be (all )?over(?=$| for (me|good))
        i (have|had) (got )?nothing left( inside| in me| to give)?$
        (want|need|long|longing|ready|wish) .. (peace|sleep|rest|quiet|silence) ... that (does not\
            |never|will not) (end|ends|stop|stops)END
        ^(and )?(i am )?(only )?waiting for (it|it all|everything|life|my life) to (end|stop|be \
            over)$
        at the end of my (rope|tether) .. nobody (i can |to )(call|ring|turn|talk|tell)
        (want|ready|time|need) to let go( of (life|everything|it all|this life))?(?=$| , i)
        (long|longing|waiting|wait|hoping|ready|look forward|looking forward|praying) (for|to) (the\
            |my) end( to come)?$
        (my|it is my|until it is my|waiting for my) time (to come|to go|is up|has come|would come\
            |to die)END
        only (escape|relief|answer|solution|option|choice|comfort|peace|way|thing) .. (is|would be\
            |seems) .. (death|dying|dead|suicide|the end|gone|not existing|die|end it|sleep)
        i (can )?(only )?see (only )?one (way out|exit|escape)( left)?( for me| of (this|here|it \
            all|my life))?END
        only one (way|thing|option|solution|choice|answer) (left|out|to (end|stop) (it|this|the \
            pain))( for me| to do)?$
        (none of (this|it)|nothing|it) (will|wo) (not )?.. matter (soon|tomorrow|when i am|much \
            longer|once i am)<because|as>
        matter of time (before|until) i (do (it|something)|end|die|kill|hurt|harm)
        (too|past|beyond) (late|saving|broken|far gone|help)( to (save|fix|help))? (for )?(me|i)?$
        can not (take|bear|stand|do|face|survive|handle) (another|one more) (day|minute|hour|week\
            |night|month|year|morning|second)(?=PAUSE| (of|like|in|with) (this|it|the pain|my (head\
            |life|mind))| anymore)
        i can not (take|bear|stand|handle|do) anymore$
        not (think|believe|sure|know|certain) .. i can ON( this| like this| anymore| (for )?much \
            longer| another \w+| long| any further){0,3}(?=PAUSE)
        (no|not (see|have|got) (a|any|the)) light (at the end|anymore|left|in my life)
        only (exit|escape|door|way) .. (is|i)(?= (one|to (die|end|not|stop)|the one|death|dying\
            |suicide)| scared)
        (want|need|make|making) .. (voices|thoughts|noise) (in my head )?(to )?(stop|be quiet|shut \
            up|go away)
        ^(and |but |because )?i (want|need) (it|this|everything|them) (all )?(to )?(stop|end|be \
            over)$
        too late for me(?=PAUSE)
        no (coming|way|going) back from (this|here|what i)( for me)?END
        can not (carry|bear|take|stand) (this|it|the weight|the pain|on) (any (further|longer)\
            |anymore|any more)(?=PAUSE| (alone|and))
        can not live (with (what i (did|have done|am)|this (pain|shame|guilt|hurt))|without (him\
            |her|them))END
        not (strong|cut out|made|built|meant|fit) (enough )?for (this|the) (world|life)
        (past|beyond) (wanting|needing) help
        (mean|intend|planning|plan|expect|want) (to )?(stay|be here|stick around|go on|live|last) \
            much longer
        never thought i would (live|last|make it|get) (this|to this|past)
        not (see|imagine|picture|envisage) (next (week|month|year|summer)|being (thirty|forty\
            |twenty|eighteen|\d\d|old)|(a |any )?life (ahead|after this))END
        (something|what|anything) is left( for me)?$
        (gone|dead) ,? ?.. (body|shell|heart|rest of me) .. not (caught up|noticed|stopped\
            |realised)
        ghost .. waiting to (leave|go|fade|disappear|vanish)
        (want|need|like) (everything off|the off switch|to be switched off|to switch off) .. (all \
            of it|forever|for good)
        only (one )?way .. (get|find|have) (peace|rest|relief)
        deserve to (suffer|rot)END
        close to (ending (it|everything|my)|doing it|going through with it)
        (i have )?had (my|a good|my good) (innings|life)(?=PAUSE| (and|i)(?!\S))
        nothing (will|is|can) (going to )?(change|improve|help)( for me| anymore)?$
        ^i do not want to do (this|life) anymore$
        can not (cope with|handle|manage|face|do) (living|being alive|life|existing|being here|my \
            life)(?=PAUSE| anymore)
        only (one )?(escape|way out|option|choice|exit|answer) (is )?(left|for me)( for \
            me)?(?=PAUSE)
        not (see|have|find) (any|another) (other )?(option|options|choice|choices|alternative)( \
            left| anymore)?END
        tried everything ... (nothing (works|helps|has helped)|i am done|no hope|no point)
        (things|life|nothing|it) (will|would) never (change|improve|get better|be ok|be okay)END
        not see (it|things|this) (changing|getting better|ending|improving)END
        (never|not) going to be (ok|okay|happy|normal|fine|well)( again)?(?=PAUSE| am i)
        ^i (give up|have given up|am giving up)( on (everything|it all|life))?$
        too (tired|weak|broken|worn out) to (keep going|go on|live|fight|carry on|keep fighting\
            |keep living)( anymore)?END
        not have the (energy|strength|will) to (be|exist|keep being) (a person|alive|me|here|human)
        ^i want out$
        (rest|sleep|peace|stop|go) and not (have to )?(come|wake|get) (back|up)END
        (stop|end|stopping|ending) .. , (and )?there is only one wayEND
        (hope|faith|fight|strength|love) .. none (left )?(for (me|myself))
        hanging on (by|and) .. (not see|not know|starting not|why)
        harder (and harder )?to (stay|hold on|stay alive|be here|keep myself (safe|alive)|find (a \
            reason|reasons) to (stay|live|go on))(?=PAUSE| alive)
        no hope (left )?for (me|someone like me|people like me)
        all (my )?hope is gone
        nothing will be (ok|okay|good|fine|the same) again
        (pain|hurt|suffering) never (stops|ends|goes away|lets up) .. (can not|want|tired|done)
        (done|finished) fightingEND
        can not stand being (in this world|here|alive|me)END
        not living , .. existing
        see (no|any|the|not any) (point|use) (in|of) another
        not want to do this life
        (?<!it )can not ON( like this| anymore| (for )?much longer| any further){0,2}(?=$| (i\
            |because|and i (am|want|do|have))(?!\S)| , (i (am|want|need|will|give)|sorry|help\
            |forgive)(?!\S))
        not (see|have|find|got|imagine) (a |any |the |another |an )?WAYOUT(?=PAUSE| and i)
        (no|not (see|have|find|got|imagine) (a |any |the |another |an )?) ?WAYOUT( for (me|myself)\
            | anymore| (except|but) (death|dying|suicide|to die)){1,2}(?=PAUSE| and i)
        how (much longer|long|many more days) i can ON( anymore| this| for)?(?=PAUSE)
        can not (go|carry) on (without (him|her|them|you)|pretending|living|lying)(?=PAUSE| \
            anymore)
        not want (a|any) (future|life|tomorrow)
        not want to (grow|get) oldEND
        not see a future (where|in which|with) (i|me)
        nothing will make (it|this|me|things) (any )?betterEND
        given up on (getting|feeling) (getting )?(better|well|happy|happiness)
        not belong (here or anywhere|anywhere)(?=PAUSE| in this)
        not (think|believe|see) (that )?(things|it|this|life) will (get better|change|improve\
            |end)( for me)?END
        not know how to ON( anymore| like this)?END
        how much more (of this )?i can (take|bear|stand)( of (this|it))?END
        not (imagine|picture|see) (a life|myself (old|alive|being old))(?=PAUSE| i| (i|that i) \
            want)
        (no|not any) more (fight|strength|hope|will) (left )?in me
        (stopped fighting|done trying|no fight left)$
        i can not anymore$
        not (get|make it) through another (day|night|week|year)(?=PAUSE| like this| of this)
    """,
    excuses=("joking",),
)
DESPAIR = (TIRED_OF_LIFE, NO_REASON, NO_WAY_ON)
