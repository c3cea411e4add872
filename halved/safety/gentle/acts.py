"""Acts: killing oneself, the means and places for it, plans, and hurting oneself."""

from halved.safety.gentle.meaning import About, Meaning

_LIGHTLY = (
    "<laughing|with (work|laughter|my own|this|the|gin|boredom)|in (the (foot|game"
    "|garden|gym|first|second|last)|work|gin|wine|my work|my sorrows|sorrow|game"
    "|minecraft|fortnite|boredom)|on (the|that|those|this|every|level|lego)|by (accident"
    "|mistake|falling|tripping)|falling|tripping|slipping|coming|getting|climbing"
    "|carrying|running|lifting|skiing|cycling|off the|before i|rather than|if i (had"
    "|have|get|hear|see|need) (to|another|one|that|it|this)|when i (tripped|fell"
    "|slipped)|doing (it|this|the|that|overtime)|out to dry|out there|up (for|with|by|in"
    "|to)|a (new|little|break|coffee)>"
)
_WORKING = (
    "<trying|working|to (get|finish|make (?!it stop|the pain)|pass|please|lose|meet|keep"
    "|fit|be|look|pay|earn|impress|provide|stay|win|do|save)|over|for (this|that|the|a"
    "|him|her|them|you|work|nothing|my|years)|at (the|work|training|crossfit|school|this"
    "|my|that)|studying|revising|every (day|weekend) (at|in|for)|in the|here|with>"
)
_TWO = "<with|between|here|there|like|by|on|at|and (move|stay|be|get)|before (it|the)>"

KILLING = Meaning(
    name="killing oneself",
    ways=rf"""
        (kill|hang|drown|shoot|gas|poison|stab|suffocate|strangle|top|neck|murder|electrocute\
            |delete|execute|snuff|finish|end|smother|throttle) ONESELF{_LIGHTLY}
        (killing|hanging|drowning|shooting|gassing|poisoning|suffocating|strangling|topping\
            |necking|deleting|ending|electrocuting|stabbing) ONESELF{_LIGHTLY}{_WORKING}
        (about|of|stop|from|consider|considered|considering|contemplated|contemplating|planning\
            |mean|like) (killing|hanging|drowning|shooting|ending) ONESELF<laughing|on (the|that)\
            |to (get|finish|lose)|at the|at work|for (the|this|that|a)|trying>
        (killed|hanged|hung|shot|topped|drowned|strangled|ended) ONESELF{_LIGHTLY}{_WORKING}
        (to|would|will|could|might|i|and|about|of|should|nearly) (off|offing) ONESELF
        string(ing)? ONESELF up|do(ing)? ONESELF in|did ONESELF in|finish(ing)? ONESELF off
        (do|doing|did|make|made) away with ONESELF
        (head|voice|voices|brain|mind|thoughts|demons|something|part of me) ... (\" )?kill \
            (yourself|myself)
        put(ting)? ONESELF (to sleep|down|out of my misery|six feet under)
        (rid|ridding) (the world|everyone|them|you) of (me|myself)
        FALL myself (off|under|in front of|out of|out|from|down the stairs|over the|into (the \
            )?(sea|river|traffic|road|canal|water|path))<of bed|there>
        let myself (die|drown|bleed out|starve|fall|freeze|go for good)
        (i have|have) (enough|plenty|something) .. to (kill|finish|end) (me|myself|it all)
        PILLS .. to (kill|finish) me
    """,
    negatable=True,
    sayable_of_others=True,
)
ENDING = Meaning(
    name="ending one’s life",
    ways=rf"""
        (end|ends|ending|ended|take|takes|taking|took|taken|finish|finishing|lose|cut short) \
            WHOSElife<in (my|his|her|their)|back|to the|into|for granted|seriously|out|off|in a\
            |forward|as a|as an|savings|very|insurance|too seriously|experience|story|day|apart\
            |admin|vest|in hand>
        end(ing|ed)? it all<with|between|by|on|at>
        MIND (to |about |of )?.. (end|ending|ended) (it|everything|this life|my (pain|misery\
            |suffering)|the pain|all this|all of it|my existence)( all| once and for all| now| \
            tonight| today| for good| soon| tomorrow| myself| this week| forever)?{_TWO}(?=$| , \
            | (because|so|i|but|and|before|if)(?!\S))
        (want|going|ready|thinking of|think about|thinking about|decided) (to )?end(ing)? things$
        end(ing)? things (for good|permanently|forever|once and for all|tonight|myself|for me)
        put(ting)? an end to (it all|my life|myself|everything|this life|my (own )?(pain\
            |suffering|misery|existence)|all this|all of this|it)(?=$| , | (all|tonight|now\
            |myself|for good)(?!\S))
        (exit|leave|leaving|depart|check out of|checking out of|opt out of|quit|get off) (from \
            )?(this )?(life|world|earth|planet|existence|mortal coil)(?=$| , | (for|behind|and\
            |soon|anymore|i|now|tonight|forever|early)(?!\S))
        (be with|meet|go home to|going home to|see) (god|jesus|the lord|my maker|my creator|the \
            angels)(?=$| , | (now|soon|tonight|and|already)(?!\S))
        (my|another|an|previous|first|second|third|last|failed) .. attempt on my (own )?life
        (hate|wish|sorry|regret|sad|gutted|angry|annoyed) .. my .. attempt .. (failed|worked|had\
            |succeeded|did)
        (want|wish|like|need) (for )?(my|this) life (to (end|be over|stop)|over)
        (wish|if|because|since) .. i (had|would|have) (succeeded|managed it|gone through with \
            it)<at|in (my|the)>
        (i|have|had|previously) attempted( (two|three|four|several|a few|\d+|once|twice|again\
            |before|last|in|when|many|multiple|it|more)(?!\S)|END)<to|the>
        (tried|trying|try|attempted) to (die|end it|end things)( .. )?END
        make sure i (die|do not survive|do not wake up|am dead)
        (i have|had|my|i am) (.. )(survived|survivor of) .. attempt
        (noose|rope|belt|cord|ligature|bag) (is )?(around|round|over) my (neck|head)
        (turned|turn|leave|left|put) .. the gas (on|and|tap)(?=PAUSE| (and|wait|breathe))<hob\
            |cooker|oven>
    """,
    negatable=True,
    sayable_of_others=True,
    excuses=("romance",),
)
SUICIDE = Meaning(
    name="suicide by its name",
    ways=r"""
        suicidal<driving|drivers?|driver|mission|squirrels?|pigeons?|pheasants?|deer|cyclists?\
            |patients|people|clients|behaviour|students|callers|rabbits?|sheep|moths?|characters?\
            |hero|charge|attack|teens|teenagers|customers|pace|bees?|wasps?|fly|flies|hedgehogs?\
            |badgers?|kamikaze|tendencies of (?!mine)>
        suicide<squad|prevention|awareness|hotline|helpline|line|rates?|statistics|stats|bomber\
            |bombers|bombing|vest|mission|doors?|policy|burnout|sprints?|drills?|squeeze|king\
            |research|training|charity|wings|cocktail|grips|knob|shower|pass|run|runs|survivors?\
            |bill|law|laws|in (literature|the|france|japan|victorian|nineteenth)|blonde|girls\
            |club|silence|kit|tree|lane|shift|machine|tour|commando|booth|forest|reporting\
            |postvention|studies|play|by (cop|chocolate)|is painless|watch (party|officer)|risk \
            (assessment|training)|slide|burger|gap|cable|clutch|shift|attack|jockey>
    """,
    negatable=True,
    sayable_of_others=True,
    excuses=("studied", "bereaved"),
)
PILLS = Meaning(
    name="pills and poison",
    ways=r"""
        (take|taking|taken|took|swallow|swallowed|swallowing|neck|necked|necking|down|downed\
            |downing|had|eat|ate) .. MANY .. PILLS<with|for (today|the|my|now|two|hay)|on|as\
            |before|early|already|like|today|back|out|up|to the|home|off><.. (morning|prescribed\
            |breakfast|food|course|time|doctor|nurse|gp|directed|chemist|pharmacist|told|holiday\
            |mother|mum|dad|nan|dog|cat|daily|should|week|finished)>
        (take|taking|taken|took|swallow|swallowed) (them|it) all(?=$| (and|at once|tonight)(?!\S))
        (save|saved|saving|stash|stashed|stashing|hoard|hoarded|hoarding|stockpile|stockpiled\
            |stockpiling|storing|squirrelled|squirreled|collecting up|keeping back) .. PILLS<for \
            (the|mum|dad)>
        put(ting)? .. PILLS (by|aside)
        PILLS (i )?(have )?.. (saved up|stashed|lined up|laid out|in front of me|to (do|end\
            |kill) (it|myself|me)|calling me|calling to me|hidden|in my hand|put by|counted \
            out)<from|in the (cupboard|high)>
        LOOK at .. PILLS(?=$| , | (and|wondering|thinking|i|tonight|for)(?!\S))
        (got|have|has|enough|had|there is|there are) enough .. PILLS .. (to|for|here)<last|the\
            |get|see|a|two|this|next|keep>
        (line|lined|lining|laid|lay|counted|counting|count|tip|tipped|poured) ... PILLS (out \
            )?.. (on the (bed|table|floor|side)|in front of me|in my hand|out)<into|for (the|mum\
            |dad|her|him|next)>
        how (many|much) .. (PILLS|it) .. (to (die|kill|overdose|not wake|end it|be fatal|do it)\
            |it (takes|would take|will take)|would (it take|kill|do it|be enough|be fatal)|(is\
            |are) (fatal|lethal|deadly|enough to)|would take|kills|until i die|before i die|is \
            too many|you need to die)<to (cure|clear|treat|shift|stop|help|fix|lower|bring)>
        (lethal|fatal|deadly) (dose|amount|combination|overdose)<.. (chocolate|sugar|dog|cat|dogs\
            |cats|cake|tv|caffeine|cute|charm|nostalgia|lemon|garlic)>
        (take|taking|took|taken|have|had|tried|planning|plan|thinking|thought|about|an|another|my\
            |did|going to|want to|try|trying|will) .. (overdose|overdosing|overdosed)<of|on \
            (?!\w+day)|training|awareness|deaths|kit|kits|death|scene|risk|crisis>
        (i|to|by|of|have|about) (overdose|overdosed|overdosing) on .. (PILLS|heroin|purpose|drugs\
            |alcohol|everything)
        (i|to|by|have|about|just) (overdose|overdosed|overdosing)<on|training|awareness|deaths|of\
            |kit>
        (take|taking|swallow|swallowing|took|eat) (everything|all|whatever|anything) .. (cabinet\
            |cupboard|drawer|first aid box)<in the (kitchen|fridge)>
        (stash|supply|stockpile|hoard|bottle|collection) of .. PILLS .. (for when|in case|just \
            in case|ready|hidden|waiting|by my bed)
        drink(ing)? (the )?(bleach|antifreeze|weedkiller|drain cleaner)
        collect(ed|ing) (up )?(my|all my|all the) PILLS$
        how many .. PILLS .. i would need
        stock(ed|ing)? up on (some )?(paracetamol|pills|tablets|painkillers|sleeping tablets\
            |sleeping pills|aspirin|codeine)END
    """,
    negatable=True,
    sayable_of_others=True,
    excuses=("bereaved", "studied"),
)
MEANS = Meaning(
    name="means and ways",
    ways=r"""
        (way|ways|method|methods|how|means|where) (to|of|for) (die|dying|kill(ing)? myself\
            |end(ing)? (it all|my life)|hang(ing)? myself|overdose|overdosing|go peacefully|go \
            painlessly|do it painlessly|tie a noose|drown(ing)? myself|take my (own )?life\
            |suicide)<in (the game|minecraft|game)|for|of|at|laughing|my hair>
        painless (ways?|methods?|means) (to|of) (go|die|dying|end|leave|kill|do it|leaving|ending)
        (google|googled|googling|search|searched|searching|look|looked|looking|read|reading\
            |researching|researched) .. (up |for |about |into )?(how to die|suicide|methods\
            |lethal|noose|overdose|overdosing|hanging|ways to|painless)<squad|prevention|basket\
            |pictures|of (teaching|payment)|for (making|teaching)|get|save|make|help|cook|stop\
            |improve>
        (a|the|tied|made|tie|make|my) noose<for (the )?(halloween|play|film|prop)|knot>
        (the |my )?(rope|belt|noose|gun|bag|ladder) (is )?.. (ready|waiting) for me
        (the |my )?(rope|noose|gun|knife) is (ready|loaded|waiting)
        (rope|noose|gun|pills) (and .. )?ready(?=$| , | (and|tonight|now)(?!\S))
        (bought|got|have|found|keep) (a|the|some|my) rope(?=$| (and (i|know|a (beam|tree))|ready\
            |in (my|the) (wardrobe|boot|garage|loft|attic|cupboard|shed))(?!\S))<ready for|in \
            the (boot|garage|shed) for>
        (gun|pistol|shotgun|rifle|rope|blade|razor|pills|tablets|noose|belt|knife) (and |, )+(i \
            )?(am |will |might |could |want |plan )?.. use (it|them)( on (me|myself))?
        use (it|them) on (me|myself)
        (had|got|own|find|have) a gun .. (i would|to my head|to end|use it on)
        (gun|pistol|shotgun|rifle|knife|blade|razor) .. (to|in|at|against|on) my (own )?(head\
            |mouth|throat|temple|wrist|wrists|chest|heart|neck|stomach|veins)<and (made|told|said\
            |asked|demanded)>
        (put|putting|take|taking) (a )?(bullet|gun) .. (in|through|to|into) my (own )?(head|brain\
            |skull|mouth|heart)
        (blow|blowing|blew) my (own )?(brains?|head) (out|off)
        (slit|slitting|slash|slashing|slashed|cut|cutting|open|opening|slice|slicing|sliced) \
            WHOSE(wrists?|throat|veins|arteries)ACCIDENT
        (gun|shotgun|pistol|rifle|bullet|bullets) (is |are )?(loaded|ready|under my pillow)<for>
        (keep|kept|been|find myself|cannot stop) LOOK at .. (SHARP|rope|bridge|tracks|ledge\
            |railings|drop)(?=$| , | (in|and|thinking|wondering|tonight)(?!\S))
        LOOK (at|down at|over|off|down) .. (tracks|train|trains|bridge|water|river|sea|edge|drop\
            |SHARP|rope|cliff|traffic|ledge|railings) (and|,) .. (think|wonder|imagine|want|how \
            easy|thinking|wondering|how it)<about (dinner|lunch)>
    """,
    negatable=True,
    sayable_of_others=True,
    excuses=("studied",),
)
PLACES = Meaning(
    name="places and traffic",
    ways=r"""
        MIND .. FALL (myself )?(off|from|out of|over|out|off of) ... HIGH<diving|jump|bungee|for \
            charity|into the (pool|sea|water|lake)|with the|in greece|at the (pool|baths)>
        MIND .. (FALL|STEP) (myself |out |down )?(in front of|under|out in front of|onto|into) \
            .. FAST<for (you|him|her|my|them|anyone|the)|station|park|to|and (go|get|come|drive\
            |visit)|journey|ride|dealer|stop|seat|home|pass|wash|boot>
        MIND .. (step|stepping|stepped|walk|walking|run|running) (off|over|out) .. (roof|cliff\
            |cliffs|ledge|edge|bridge|platform|balcony|kerb)<and (go|get)|path|walk|for|with>
        (walk|walking|throw myself|throwing myself|wade|wading|swim|swimming|jump|jumping|go) \
            (out )?(into|out to|in) (the|a) WATER (and|until|with|,) .. (not|never|keep|stones\
            |weights|let|drown|go under|come back)
        MIND .. (walk|walking|walked|throw|throwing|wade|wading|jump|jumping) (myself )?(in|into\
            |in to|out into) (the|a|that) WATEREND
        i (am|was) (going to|about to) jump$
        (past|over|across|by|under) the (bridge|river|cliff|cliffs|tracks|lake|viaduct|canal\
            |reservoir) .. (think|wonder|imagine|how easy|one turn|it would be)
        (bridge|water|river|sea|tracks|edge|pills|knife|rope|train|trains|cliff|cliffs) .. \
            (calling|calls|inviting|tempting|pulling|keeps calling)( to)?( me)?END
        (stood|stand|standing|sat|sit|sitting|end up|ended up|hung|lean|leaning|leant|walked\
            |walking|went|go) .. (on|at|by|near|over|to|onto) .. HIGH ... (thinking|jump|jumping\
            |let go|letting go|looking down|looked down|wondering|wondered|to end|ready|nearly \
            jumped|almost|wanting|wanted to|considering|one step|how easy|thought about|thought \
            of|think about|think of)<watching|of (the|our)>
        (stood|stand|standing|sat|sit|sitting) (on|by) the (bridge|roof|ledge|edge|cliff) .. \
            (for (an hour|hours|ages|a long time)|last night|again|all night)<to (see|watch|catch\
            |fish)|watching|fishing|waiting>
        MIND .. DRIVE .. (into|off|through) .. HARD<trip|holiday|and park|to|for the>
        MIND .. DRIVE .. off the (road|bridge|motorway|edge)<in the|on the|because|when it>
        (crash|crashing) (my|the|this) car (on purpose|deliberately)
        (let|letting) go of the (steering )?wheel
        (lie|lying|lay|sit|sitting|sat|stand|stood) (down )?(on|in the middle of) the (railway \
            |train )?(tracks|line|motorway)(?=$| , | (and|waiting|to)(?!\S))
        (not|never) (turn the wheel|hit the brakes|brake|take the (bend|corner))(?=$| , | (and\
            |one day|this time)(?!\S))
        urges? to (jump|fall|step off|swerve|drive off|let go)
        i am (at|on) the (bridge|roof|ledge|cliff|tracks|edge|railing|railings|platform edge)(?=$\
            | (and i (am|want|can|will|do)|right|looking down)| , i )
        (stood|standing|stand) on (the|a) chair(?=$| (and|with)| ,)<to (change|reach)>
        (stand|standing|stood|wait|waiting) on the platform and (wonder|think|imagine|look at the\
            |picture|want|wondering|thinking)
        (think|thinking|thought|thoughts|urge|imagine|imagining|want|tempted|fantasise) .. \
            (about |of |to )?(crash|crashing) (my|the|our) (car|bike|van|truck)
        i (stood|stand|was standing|sat|was sitting|went) (at|on|near|by|to) the (very )?edge of \
            (the|a) (cliff|roof|bridge|platform|building|quay|harbour|car park)
    """,
    negatable=True,
    sayable_of_others=True,
    excuses=("played",),
)
PLAN = Meaning(
    name="a plan",
    ways=r"""
        (have|made|making|got|know|with|is|had) (a|my|the) .. (plan|date|day|method) .. (to (die\
            |kill myself|end (it|my life)|take my)|for (how i|ending it|dying|killing myself))
        know (exactly )?(how|when|where|what) (and (how|when|where) )?i (would|will|am going to\
            |want to|would like to) (do it|die|go|end it|kill myself|use)END
        (decided|chosen|picked|planned|planning|worked out|figured out|thought about|thinking \
            about|know|researched) (on )?(exactly )?(how|when|where|the day|a day|the date|a date\
            |the method|a method|the place|a place) .. (to|i) (would |will |am going to |want to \
            )?(die|kill myself|end it|end my life|do it)END
        (it is|got|have|is) (all )?(planned|worked out|figured out) (out )?(how|when|where) i \
            (will|am going to)
        (my|a|the|write|wrote|writing|written|left|leave|to) .. (goodbye|final|farewell|leaving \
            this world|suicide) (note|letter|letters|notes|video)s?<.. (boss|colleagues?|work\
            |teacher|class|team|students|staff|clients|office|school|readers|group|move|leave\
            |retire|reminder|demand|exam|card|round|score|piano|sounded|song|match|company|anne)>
        i have (picked|chosen|set|got|decided on) (a|the|my) (date|day|method|spot|place) (to\
            |and i (am|will)) .. (die|go|do it|end|dead|gone)END
        (written|wrote|done|finished|got|left|started) my (goodbye )?(note|notes|letter\
            |letters)END
        my plan is to (take (the|all|my|all my) PILLS|overdose|jump|hang|drown|bleed)
    """,
    negatable=True,
)
HURTING = Meaning(
    name="hurting oneself",
    ways=r"""
        (cut|cuts|cutting) ONESELFACCIDENT
        (want|wants|wanted|going|need|urge|urges|like|tempted|start|starts|started|keep|kept\
            |keeps|stop|stopped|try|trying|tried|about|of|from|to|by|been|have|had|has|am|is|will\
            |and|might|could|i|would) (hurt|hurting|hurts) ONESELFACCIDENT<if i|again (at|in\
            |playing|doing|if)>
        (harm|harming|harmed|injure|injuring|mutilate|mutilating) ONESELFACCIDENT
        (burn|burning|burned|burnt|scratch|scratching|scratched|carve|carving|carved|hit|hitting\
            |punch|punching|bite|biting|bruise|bruising|punish|punishing|punished|stab|stabbing) \
            ONESELF (on purpose|deliberately|until|so|because|by (cutting|hitting|not|burning)\
            |when (?!i (fell|tripped))|with (cigarettes?|a lighter|lighters?|matches|my|an? \
            aerosol|a (belt|hammer|blade|razor))|again (last|because|and)|to feel|to cope|in the \
            (face|head|legs?) (when|until|because))
        (want|wanted|need|urge|like|keep|kept|started|start|deserve|have to) (to )?(punish\
            |punishing|scratch|scratching|hit|hitting|burn|burning|injure|injuring|bite|biting\
            |cut|stab) ONESELF<out|on (?!purpose)|with a treat|off|some|a>
        selfharm<awareness|training|charity|policy|in schools|prevention|research|statistics\
            |rates|talk|lecture|module|essay|leaflets?|workshop|course>
        (urge|urges|want|wanted|wanting|need|tempted|craving|started|start|relapsed|back to|gone \
            back to|been|stopped|stop|keep|kept|miss|thinking about|think about) (to cut|and cut\
            |cutting)(?=$| , | (again|so|to feel|because|deep|last night|and (i|it|burn|hurt)|but\
            |i|when|tonight|after|to cope|too)(?!\S))
        i (have |had |did )?(cut|been cutting) (again|last night|too deep|deep|deeper|because i\
            |when i (feel|am|get)|to (feel|cope|punish))
        (?<!cat )(cut|cuts|cutting|sliced|slicing|scratched|scratching|burning|burnt|burn|burned\
            |carved|carving|scars|slashed|slash) (on |up |into |all over |all up )?WHOSELIMB(?=$\
            | , | (on purpose|again|when|because|and (i|no|hide|it)|so|last|to|but|in secret\
            |every|under|deliberately|i|until|with (a )?(razor|blade|lighter|knife|compass\
            |scissors)|from)(?!\S))<from (the|a)|to (fit|length)|when i (fell|was (cooking\
            |gardening|cycling))|on (?!purpose)|again on|last (week|night|year) (on|at|playing\
            |in)>
        (hid|hide|hidden|hiding|keep|kept|bought|got|find|found) .. (blades?|razors?)( (to cut\
            |for when|in my|under my|ready|again|from (my mum|my parents|the sharpener)))END
        SHARP .. (to|on|against|into|across|over) (my|her|his) LIMB<and shave|in the shower|to \
            shave>
        (clean|free) (of|from) (selfharm|cutting|cuts|hurting myself)
        relaps(e|ed|ing) .. (cutting|cut|selfharm|blades?|hurt|harmed)
        (want|need|like|make myself|made myself) (to )?bleed
        (feel|watch|watching|see) .. blood .. (calm|better|relief|calms|helps|real)
        (do|doing|cause|causing|inflict|inflicting) .. (harm|pain|damage|injury|hurt) (to|on) \
            myself
        (do|doing|did) myself harm
        i (am|have been|started|keep) cutting again
        cutting again(?=$| ,)
    """,
    about=About.HARM,
    negatable=True,
    sayable_of_others=True,
    excuses=("studied", "bereaved"),
)
ACTS = (KILLING, ENDING, SUICIDE, PILLS, MEANS, PLACES, PLAN, HURTING)
