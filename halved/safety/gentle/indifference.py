"""Indifference: not caring to live, and waiting to be taken."""

from halved.safety.gentle.meaning import Meaning

INDIFFERENT = Meaning(
    name="not caring to live",
    ways=r"""
        not .. (mind|care|matter|bother me|bothered|fussed|be sad|be sorry|fight it|be upset) \
            (anymore )?.. (if|whether|when) (i|it) .. (die|died|dies|wake|woke|make it|made it|am \
            dead|was dead|were dead|survive|survived|am alive|get hit|got hit|get run over|got run \
            over|was hit|crash|crashed|kills me|killed me|live or die|live|was gone|was not here\
            |disappeared|am here or not|am here|did not come back)<in|at|with|on|near|alone|here\
            |there|to be|out|through|it>
        not .. (mind|care|be sad) if (the|my|a|this) .. (plane|car|bus|train|ferry|lift|truck\
            |lorry) .. (crash|crashed|crashes|went down|goes down|hit|hits|sank|fell)
        not care what happens( to me| anymore)?$
        not .. mind (dying|not waking|being dead|not being (here|alive|around))
        not care (anymore )?(about )?(living|staying alive|being alive|my (own )?(life|safety)\
            |what happens to me|if i live)<in|at|with|there|here|on>
        HOPE (for |that |if )?(a|an|some|the|my|that) .. (bus|car|lorry|truck|train|van|tram|plane\
            |meteor|driver|lightning|tree) (would |to |will |could )?(hit|hits|run|runs|take|takes\
            |crash|crashes|knock|knocks|kill|kills|mow|mows|go down|goes down)
        (waiting|wait|love|like|nice|easier) (for |if )?(a|the) (bus|car|lorry|truck|train) (to \
            |would )?(hit|run|kill|mow|knock)
        (if|when) (i|a|an|the|my|it|something) ... (hit|run over|crash|crashed|cancer|killed|die\
            |died|dead|happened to me|took me) ... (not (mind|care|be sad|move|stop it|fight|get \
            out)|relief|relieved|solve|be (fine|ok|okay|glad|happy|grateful)|be for the best|be no \
            loss|(ok|fine) with (it|that))<if you|we>
        (relief|relieved|grateful|glad|happy) (to be|if i (was|were|got|am|get)|if it|to (get\
            |have)) .. (hit|run over|killed|dead|terminal|cancer|told i was dying|gone)
        HOPE (that )?i (get|got|had|have|was|were|would get) .. (hit|run over|knocked down|killed\
            |cancer|terminal|something fatal|in a crash|a heart attack|murdered|something \
            terminal)<by halloween>
        cross(ing|ed)? (the )?(road|roads|street|streets) without looking
        (not|stopped|never) (bother )?(look|looking) .. (when|before) i cross
        (god|lord|jesus|angels|death) (would |to |will |could |should |come and |come to )?(takes?\
            |taking|call|calls|come for) me<to|back|on|out|up|for|a|about|from|when|after|that\
            |every|at|by|through>
        (pray|prayed|praying|wish|hope|beg|begged|begging|ask|asked|asking) .. (god|he|lord|jesus\
            |allah) .. (takes?|ends?|lets?) me(?=PAUSE| (go|rest|die|home|away|too|instead|tonight\
            |soon|in my sleep))
        (want|ready|like|time|waiting|soon i|join|be with|see|go|long|longing) ... (up there|in \
            heaven|on the other side|in the next life|in the (grave|ground))<of the (road|street)>
        (want|like|ready|time|hoping|hope|long|longing|pray|waiting|going) .. to (join|follow) (my \
            )?(late |dead |dear )?LOVED(?=$| , | (it|in heaven|up there|soon|and be|wherever|again\
            |in death)(?!\S))
        to be with (my )?(late |dead |dear )?LOVED (again )?(in heaven|up there|in death|wherever \
            (he|she)|in the (ground|grave))
        (god|lord) can (take|have|call) me .. (time|whenever|ready|likes)
        (disappointed|gutted|sorry|sad|annoyed|upset) (when|that|because) .. (scan|test|tests\
            |biopsy|results?|lump|doctor) .. (clear|fine|benign|negative|ok|nothing|well)
        (jealous|envy|envious) .. (funeral|dying|patients|died|dead|obituar\w+|terminal)
        (mum|dad|LOVED) .. to come and (get|fetch|collect) me(?=PAUSE| (from (here|this world|this \
            life)|soon))<from (the|work|school)>
        (god|lord|jesus) ,? ?(take|call|have) meEND
        ready to (join|follow) (?!the|a|an|you|in|us|up|my (team|class|new)|zoom|teams|this|your\
            |our|any|them (?!in)|battle|and|forces|hands|work|school)\w+END
        without (a |my )?(seatbelt|seat belt|helmet) ... (hoping|hope|on purpose|not care)
        (be|back) with my (late )?(LOVED) again( soon| one day)?(?=PAUSE| wherever)<at|for|on|this\
            |next|after|when>
        (meet|go to|join|see|face|go home to) my maker
        ready to followEND
        should have (gone|died) with (him|her|them|the others)
        not want to see another (winter|spring|summer|autumn|year|birthday|christmas|sunrise|day)
        (doubt|not think) i will (see|make it to|live to see|be here for) (the )?(spring|summer\
            |autumn|winter|christmas|new year|morning)END
        (stopped|quit|past) caring (if|whether|what happens)
        no difference (whether|if) i (am|live|die|was|exist)
        (pray|hope|ask|praying|hoping|asking) to be taken
        HOPE (for )?.. (bad (result|news)|it is (cancer|terminal|malignant|serious))
        not .. (fight it|be sorry|complain|run) if (something|anything|the \w+|it) (happened\
            |happens|went|goes|crashed|took)
        (never|not) (woke|wake|waking|woken)( up)? ... (a )?(kindness|blessing|relief|mercy)
        (sorry|disappointed|sad|gutted|angry) (every|each) (day|morning) .. (wake|woke|alive|here)
        (glad|happy|relieved|grateful) if i (did|do) not see (tomorrow|morning|the morning|another)
        (want|like|ready|love) to go where (he|she|they|mum|dad|LOVED) (is|are)
        (with|see|hold|hug|meet) (LOVED|them) again (on the other side|in heaven|in the next life\
            |up there)
        heaven (sounds|looks|would be) (nice|good|better|lovely|peaceful)
        (relieved|relief|glad|happy|pleased) if ... (terminal|cancer|incurable|months to live)
        hop(e|ing) i (get|got) (ill|sick|cancer|something)(?=PAUSE| and)
        (god|lord|jesus) ,? ?take me home
        (sorry|disappointed|sad|gutted|angry) (that )?i wokeEND
        (grateful|glad|thankful|wish|hope|hoping) for (a|my) (heart attack|stroke|crash|accident\
            |cancer)
        welcome (the endEND|not waking|death|it when it comes)
        (stopped|quit) caring about my (own )?(safety|life|health)
        not (get|move|step) out of the way (of (a|the) (car|bus|lorry|train|truck)|if)
        (am|was) ready ,? ?(lord|god|jesus)
        (be|go|want to be) where my (LOVED|baby|boy|girl|wife|husband|son|daughter) is
        joining my (late )?(wife|husband|son|daughter|baby|mum|dad|brother|sister) soonEND
    """,
)
