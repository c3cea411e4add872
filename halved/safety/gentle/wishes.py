"""Wishes: to be dead, not to exist, not to wake up, to disappear."""

from halved.safety.gentle.meaning import Meaning

_LIGHTLY = (
    r"<of|from|laughing|before (?!(he|she|they|anyone|you|somebody) (gets?|comes?|finds?|wakes?)"
    r"|(the |this |next )?(morning|hearing|trial|end|weekend|summer|winter|christmas|surgery"
    r"|\w+day|i (turn|am|reach|get old)|it))|than|at home|at an old|in my own|with (dignity"
    r"|laughter)"
    "|rich|happy|a|an|knowing|having|doing|cut|for (?!(years|months|weeks|so long|as long|a (long"
    "|while)|ages|days))|my hair|old|in (battle|game|minecraft"
    "|agony over|peace)|on that|on the (spot|inside|hill)|young|peacefully (at|in)|in "
    "the (game|film)|when (she|he|they|the|my (boss|teacher|mum|dad|crush|card|phone))>"
)
_VERY = (
    "<of|to the world|rich|good|clever|tall|quick|easy|on|tired|certain|sure|set|keen|right|serious"
    "|weight|famous|centre|last|or alive|to me|asleep|wrong|lucky|proud|careful|chuffed"
    "|late|heat|end|nice>"
)

TO_BE_DEAD = Meaning(
    name="to be dead",
    ways=rf"""
        WANT (him |her )?GAP(die|dead|be killed|unalive){_LIGHTLY}{_VERY}
        (feel|feels|feeling|felt) like (dying|i want to die){_LIGHTLY}
        (lets?|leaves?|letting) me (to )?die<of>
        (might|may) as well (be dead|die|not be (here|alive|around)|kill myself|be gone)
        why (can|could|do|did|am|not|should) (not )?(i )?(not )?(die|be dead|dead|end it)END
        i will be dead (by|before|come) (\w+day|christmas|tomorrow|tonight|morning|the (weekend\
            |morning|summer)|then|new year|next)
        (tonight|tomorrow|today) i (will )?die
        (WANT|HOPE|permitted|mercy|blessing|kindness|relief|peace) FREE(to|and|me|me to|i|i will|i \
            would|i could) (die|be dead|drop dead){_LIGHTLY}{_VERY}
        (sooner|rather) (i )?(be|were|was) dead than (in|live|go on|be (here|alive))
        (think|thinking|thought|want|wish|plan|decided) .. to kill me(?=PAUSE)
        HOPE (that )?(i|he|she|they|we) (was|were|am|is|had been|could be|would be|could have \
            been) (dead|buried|six feet under|in (the ground|my grave)){_VERY}
        HOPE (that )?(i|it) (would |could |had |have |might |will )?(die|died|drop dead|dropped \
            dead|killed me|kills me|finished me|finishes me){_LIGHTLY}
        (i|it) (should|would|could) (have|of|rather have) (died|been dead|been me|killed me)<of|if\
            |for|laughing|when (he|she|they|the|my)|in|on|scoring|up>
        i should (have|of) died (in (that|the) (crash|accident|fire|war|operation|birth)|instead)
        should (have|of) been me (who|that|and not|not|instead|in (the|that) (car|coffin|grave))
        i should be dead<on my>
        (HOPE|asked|ask|begging|need) ((?!not|never|before|if)\w+ ){{0,4}}(kills?|killed|murders?\
            |murdered|shoot|finish|finishes|finished|ends?|take) me<off|up|for|to (?!be)|with|home\
            |back|out|on|if|a|from|when|about|at|in (?!the (head|face|heart)|my)|by|through>
        (being dead|death|dying) (can|could) (not|hardly) be .. (worse|bad as)
        better (off )?(being )?dead{_VERY}<than (red|late)>
        rather (i )?(be|were|was) dead<than (eat|watch|wear|listen|drink|sit|see|go to|cook\
            |date)>{_VERY}
        rather die than (live|go (on|back|through|home)|carry on|keep|wake|face|be alive|do this\
            |feel|go through|continue|stay alive|suffer)
        HOPE .. for (death|my death|the end of my life|death to come)
        (ready|waiting|wait|looking|long|longing) .. for (death|my death|the end of my life)
        (want|welcome|crave|invite|wishing for|embrace|beg for) death
        not (want|going|plan|planning|intend) (to|on) (be|being) alive
        (be|being|am) dead (is|would be|sounds|seems|feels|has to be) .. (easier|better|relief\
            |peaceful|nice|good|best|kinder)
        not (.. )(afraid|scared|frightened) (of|to) (dying|die|death)( anymore)?(?=$| , i)
        (put|putting) me out of (it|my (misery|suffering)) (for good|forever)
        (better|easier|simpler|nicer|nice|relief|peaceful|good|kinder|happier|best|tempting|easy) \
            ((to|if i could|if i|for me to|it would be to) )?(not (exist|be here|be alive|be|have \
            to live)|not to (be here|exist|be alive|live|be|wake up|be around)|be (dead|gone)|die\
            |disappear|stop existing|end it|sleep forever)<here|at home|away>
        (envy|envious of|jealous of) (the )?(dead|people who (die|died|are dead)|those who (die\
            |died|are dead|have died))
        (better|happier) off (gone|dead|not here|not existing)
        (does|would|will|is) it (hurt|painful|quick|painless) .. (to |when you |if you )(die|hang\
            |drown|overdose|kill|bleed)
        (wish|hope|want|pray) .. my heart (would|to|will) .. (stop|give out)
        HOPE i (could |would |can )?(stop breathing|stop being)
        (feel|feel like i am) dead( inside)?(?=$| and)
        i am dead inside$
        i am going to die ((on )?\w+day|tonight|today|tomorrow|soon|this (week|weekend|month))END
        (happier|better|easier|freer|nicer|kinder) dead
        (want|wish|hope|dream|goal|plan|answer|solution|option|choice|ready|left) (is|was|would \
            be) (to |for me to )?(die|be dead|death|dying|kill myself|end it|not (exist|be here|be \
            alive|wake up)|disappear|sleep forever|suicide|be gone)
        (have|must|should|ought|got|get|has) (to )?(be dead|die)(?=PAUSE| (tonight|soon|and))<in\
            |on>
        (wish|hate that|angry that|gutted|why did) (they|you|he|she|someone|the paramedics|the \
            doctors|the ambulance|nobody|my \w+) (had|did|have)? ?(not )?(saved?|found|find|let me \
            die|brought me back|bring me back|revived?|resuscitated?|resuscitate|stopped|stop\
            |rescued?|left|leave)( me)?( to die)?(?=PAUSE| (in time|that|die|when|after))<at|in \
            the (car|rain|shop)>
        (regret|angry|furious|sorry|gutted|sad|ashamed|wish i had not|hate) (that i )?(surviving\
            |survived)END
        (want|wish|hope|need|like) (to be|someone to|somebody to|anyone to|i would get) (murdered\
            |killed|kill me|shoot me|put me down|shot|put down|put to sleep)(?=PAUSE| like)
        (regret|sorry|sad|gutted|wish|angry|disappointed|hate) .. (not dying|did not die|am not \
            dead)
        (want|wanted|going|ready|like) to (drown|suffocate|bleed out|hang)END
        (?<!about )(?<!scared )(?<!afraid )(?<!left )(?<!not )(to|how (can|do|could|would|should) i\
            |better (if )?i|should i|let me) (go and )?die{_LIGHTLY}<for|or|in (?!peace|pain|my \
            sleep)|on|alone|out|down|off|at (?!peace|home|night)|another|first|again|trying|less|if\
            |when|and (be|live|go) (born|again|on)|to (?!be|get|escape|stop|end)|waiting>
        (someone|somebody|anyone|god) ((?!will|would|is|wants)\w+ ){{0,3}}(kill|shoot) me(?=$| (i \
            am (serious|not)|i mean|tonight|and (end|get))| ,)
        (put )?(a )?bullet (in|through|to|into) my (own )?(head|brain|skull|heart)
        (kill|killing) (us both|both of us|us all)
        (how|what|who) would (you|they|everyone|my \w+|people) .. (feel|react|cope|do|say|be sad\
            |cry|care) if i DIED
        (wish|hope|pray|want) .. finish(ed|es)? me off
        as well dead|time i (was|were) dead
        (stop|stopped|stopping|refuse|refusing|not) (eating|drinking|food|eat|to eat) .. (until\
            |because) i .. (die|want to die|am dead)
    """,
    negatable=True,
    sayable_of_others=True,
    excuses=("embarrassed",),
)
THOUGHTS_OF_DEATH = Meaning(
    name="thoughts of death",
    ways=r"""
        (think|thinks|thinking|thought|thoughts|dream|dreams|dreaming|fantasise|fantasising\
            |fantasize|fantasizing|fantasies|fantasy|daydream|daydreaming|obsessed|imagine\
            |imagining|imagined|idea|picture|picturing|obsessing|consumed|longing|preoccupied) .. \
            (about|of|on|with|by|for) (the idea of |wanting to |how to |ways to |what it is like \
            to )?(be )?(die|dying|death|being (dead|killed|shot|murdered)|my (own )?(death|funeral)\
            |not being (here|alive|around)|not existing|being gone|dead)<of|star|metal|penalty\
            |valley|my hair|hair|it|the hair|and taxes|eggs|in (the|a)|wool|with|cat|dog|his|her\
            |blonde|people|relatives|languages|since|after|them|fabric|yarn|batteries>
        (imagine|imagining|picture|picturing|planning|plan|think|thinking) .. (about )?my (own \
            )?(funeral|death|hanging|drowning|overdose)
        (all|only thing|everything) i (can |could |do is |want to )?(think|dream) (about|of) is \
            (how to |wanting to |ways to |my own |being )?(die|dying|death|dead|suicide|not waking \
            up|ending (it|everything|my life))(?=PAUSE| and)
        (death|dying|suicide) is (all|the only thing|everything|what) i
        (death|dying) .. on my mind
        think(ing)? about (the|my) endEND
        wonder(ing)? ... (not exist|to be dead|to die|if i (was|were) DEAD|if i died|miss me|being \
            dead)AWAY
        (envisage|rehearse|rehearsing|look forward to|looking forward to) (my )?(death|dying|own \
            death)
        (come to|at|attend|be at|turn up (to|for|at)|cry at|miss me at) my funeral
        (death|dying|being dead|not existing) (is|would be|sounds|seems|feels|looks|must be|might \
            be|has to be|looks like) .. (easier|better|relief|peaceful|nice|good|answer|mercy\
            |kinder|comforting|only|best|appealing|tempting|option|escape|solution|release|way out\
            |preferable|friend|freedom)
        how it (would |will |must )?feels? to (fall|drown|die|let go|jump|stop breathing|not exist\
            |be dead)
        how (it|dying|death) (would |will |must )?feel .. (to (fall|drown|die|let go|jump|be dead)\
            |under the water)
        (songs?|music|hymns|flowers|outfit|photo|playlist) .. my (own )?funeral
        easy (it )?.. to (stop|let go|step off|fall|slip away|not wake|turn the wheel|drive off|die\
            |disappear|walk in|jump|step out|not turn)(?=PAUSE| (it all|the wheel|and never)(?!\S))
        how (peaceful|easy|quiet|nice|calm|good|free|restful) it (would|must|might) be( to (be \
            (dead|gone)|die|disappear|sleep forever|let go|stop)| without me| if i (was|were|am) \
            DEAD)?END
        (thinking|think|thought|thoughts|look|looking|looked) .. (about|of|for) (a |the |any \
            )?(ways?|way) outEND
        not .. (think|thinking) (of|about) (anything|nothing) (but|except|other than) (dying|death\
            |suicide|being dead)
    """,
    negatable=True,
    sayable_of_others=True,
    excuses=("bereaved",),
)
NOT_TO_LIVE = Meaning(
    name="not to live",
    ways=r"""
        NOTWANT ?(be|stay|staying|remain|being|keep being|have to be) (alive|in this (world|life\
            |body)|on this (earth|planet)|part of this world)
        NOTWANT ?(have to )?LIVESTOP<with (you|these|those|the|my|him|them)|if (?!this)>
        NOTWANT ?(see|face|be here for|be around for) (tomorrow|another (day|year|morning|christmas\
            |birthday)|the morning|next (year|week|month))
        NOTWANT ?(live|be alive|exist|this life|life|to be)( anymore)?END
        (want|wish|like|love|prefer|rather|ready|need) (i |to |i could )?(to )?(not|stop|cease\
            |quit) (be here|(be |being )?(exist|existing|alive|living|breathing|live|being))STOP
        (HOPE|if) (that )?i (had|would|was|could|were)? ?(have )?(not|never) (have )?(been |was \
            |were )?(born|existed|exist|wake up|woken up|woke up|survived|alive|conceived)<as|in|to\
            |at|with|rich|late|early|before>
        HOPE (that )?i (was|were) not (here|alive|around)STOP
        HOPE (that )?i did not (have to )?(exist|live|be (alive|here)|wake up|survive|wake)STOP
        (should|would) (never|not) (have been|been) (born|alive)
        (should|do) not (deserve to |get to )?(be alive|exist)END
        (not (deserve|fit|meant|supposed)|hate having|should not have|not bear|struggle\
            |struggling) to LIVESTOP
        (not|never) (have to )?(exist|be alive|wake up again|live) anymore END
        (hate|hating|regret|loathe|cursed with|ashamed of|sorry for|can not (stand|bear|face\
            |take)) (being alive|living|existing|that i am alive|(my )?existence|(going|carrying) \
            on|staying alive|being in this world|being on this (earth|planet)|waking up)STOP
        (lived|been (here|alive|around|on this earth)) (long enough|too long|far too long)$
        LIVING (is|has become|feels|seems|hurts) .. (torture|hell|unbearable|pointless|too (much\
            |hard|painful|difficult)|exhausting|agony|not worth|impossible)STOP
        (want|wanted|like|love) out of (life|this life|this world)
        not (.. )be (alive|in this world|on this earth) (much longer|tomorrow|for long|by|next\
            |this time|when|after|in the morning|come)
        NOTWANT ?((any|another|more) )?(birthday|tomorrow|life|this life|future|christmas|more \
            (days|years|birthdays))( anymore)?(?=PAUSE| to come)
        never (asked|wanted|chose|meant|supposed) to (be born|be alive|exist|live)( this long| \
            this far| past \w+)?END
        (not (plan|expect|intend)|not planning|never planned) (on |to )?(growing|grow|getting|get\
            |be) old
        not (live|be alive|be around) to see (?!you on)
        not want to feel (anything|this|like this|the pain|this pain)( anymore| again)?END
        (fight|battle|struggle|effort|trying|struggling|hard|fighting) .. to (stay|keep|remain) \
            (myself )?(alive|living|breathing)
        stay alive( for| another| anymore| much longer)?END
        (why (should|would|do|must)|(see|know) why) i (should |must |have to )?(bother to |bother \
            )?(LIVE|LIVING)STOP
        not feel like LIVINGSTOP
    """,
    sayable_of_others=True,
)
NOT_TO_WAKE = Meaning(
    name="not to wake up",
    ways=r"""
        (HOPE|hoped|like|love|mind|care|nice|relief|easier|better|peaceful|happy|good|fine|ok|okay\
            |glad|great|sad|bothered|fussed|bed) ... (not|never|without) (to )?(have to )?(wake\
            |waking|woke|woken)( up)?<the|a|my|at|early|on time|late|him|her|them|you|before|with\
            |in (?!the morning)|to|hungover|up (late|early|too)|anyone|everyone|next to|needing\
            |every|twice|five|three|four|up (the|my)|and (feed|change)>
        (sleep|asleep|bed|eyes|drift off|nod off|lie down|lay down) and (not|never) (have to \
            )?(wake|get|open|come)( up| back| them)?<the|a|my|at|early|on time|late|him|her|them\
            |you|for|to>
        (want|wish|like|love|need) (i )?(could |to |can )?(sleep|be asleep|stay asleep) (forever\
            |for good|for eternity|for all eternity|and not (?!be)\w+|until it is all over|until i \
            die|my life away)
        (if|when) i (did not|do not|never|had not) (wake|woke|woken) up( tomorrow| again| one day| \
            this time| in the morning| anymore)?END
        (sad|disappointed|gutted|sorry) (that|when|because) i (woke|wake) upEND
        (sorry|sad|disappointed|annoyed|gutted|angry|upset|cry|crying|hate) (it )?(that |when \
            |because |to )?(i )?(woke|wake|waking|woken)( up)?( again| alive| this morning| in the \
            morning| another day| every (day|morning))END
        what if i (did not|never|do not|could not) (wake up|wake)END
        (if|when) i (did not|do not|never|had not) (wake|woke|woken) up ... (fine|ok|okay|relief\
            |better|good|glad|happy|not (mind|care)|nobody)
        might not wake up( tomorrow| in the morning)?END
        (die|died|go|pass|pass away|slip away|taken|went|dying) in my sleep
        (hope|wish|pray|want) (.. )sleep (is |was |would be )?(forever|permanent|for good)
        (want|wish|need|dream|dreaming|hope|long|like|love|ready|time) ... (sleep|rest|asleep|eyes\
            |switch|turn|shut|stop|lie down|go|quiet) ... (for good|forever|never (wake|get up|open\
            |feel|come|have to)|not (wake|get up|open|come back))<in (london|this house)>
        (hate|dread|hating|dreading|gutted|disappointed|cry|angry) .. (waking up|wake up|woke up\
            |woken up) (every|each|again|to this|to another)
    """,
    excuses=("operated",),
)
TO_DISAPPEAR = Meaning(
    name="to disappear",
    ways=r"""
        (want|wanted|like|love|ready|need|wish i could|wish i would|if i could|rather|wants) (to \
            )?(disappear|vanish|fade away|be erased|evaporate|dissolve|slip away|cease|cease to (be\
            |exist)|be no more|be gone|be (nothing|nowhere)|turn to dust|not be(?=PAUSE))<to|into\
            |from|under|behind|on|for (a|an|the|two|one|some)|off|before|inside|with|next|until\
            |over (the|by)|after|down|in (the|a)|when|at|between|by|back|here|late|there|home|out|a\
            |anyone>
        (disappear|vanish) (for good|forever|from (the face|this (earth|world|life)))
        wish i was (gone|nothing|invisible forever|no more)<from|to|on|by|over|there>
        i (will|am going to) (soon )?(disappear|be gone|be no more)( forever| for good| soon)END
        (should|want to|deserve to|needs to|ought to) be erased
        a mistake (that|who) .. (erased|never|born)
        should (disappear|vanish|not be here(?=$| anymore)|not exist|be gone|cease)END
        (rub|wipe|erase|delete|remove) (myself|me)( out| off| from (this|the|life))?END
        (fantasise|fantasising|dream|dreaming|think|thinking|daydream|daydreaming) .. (of|about) \
            (disappearing|vanishing)( for good| forever)?END
    """,
    negatable=True,
    sayable_of_others=True,
    excuses=("embarrassed", "joking"),
)
WISHES = (TO_BE_DEAD, THOUGHTS_OF_DEATH, NOT_TO_LIVE, NOT_TO_WAKE, TO_DISAPPEAR)
