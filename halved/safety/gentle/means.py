"""Means, places and plans for dying, and questions about them."""

from halved.safety.gentle.meaning import Meaning

_PLAYING = "<(in|on) (the|this|that|minecraft|elden|game|my|level)|time|of|at|for (the|this|a)>"

PILLS = Meaning(
    name="pills and poison",
    ways=r"""
        TAKE .. MANY .. PILLS<with (food|water|milk|breakfast|dinner|lunch|juice|meals)|for (today\
            |the|my|two|hay)|on|as|before|early|like|today|back|out|up|to the|home|off><.. (morning\
            |prescribed|breakfast|food|course|time|doctor|nurse|gp|directed|chemist|pharmacist|told\
            |holiday|mother|mum|dad|nan|dog|cat|daily|should|week|finished)>
        (take|taking|taken|took|swallow|swallowed|swallowing) (them|it) all(?=$| (and|at once\
            |tonight)(?!\S))
        PILLS ... TAKE (the lot|all of (it|them)|the whole (lot|bottle|box|packet))
        (save|saved|saving|stash|stashed|stashing|hoard|hoarded|hoarding|stockpile|stockpiled\
            |stockpiling|storing|squirrelled|squirreled|collecting up|keeping back) .. PILLS<of \
            wisdom|for (the|mum|dad)>
        put(ting)? ((by|aside) .. PILLS|.. PILLS (by|aside))
        PILLS (i )?(have )?.. (saved up|stashed|lined up|laid out|in front of me|to (do|end|kill) \
            (it|myself|me)|calling me|calling to me|hidden|in my hand|put by|counted out)<from|in \
            the (cupboard|high)>
        LOOK at .. PILLS(?=$| , | (and|wondering|thinking|i|tonight|for)(?!\S))
        (got|have|has|enough|had|there is|there are) enough .. PILLS .. (to|for|here)<last|the|get\
            |see|a|two|this|next|keep>
        (line|lined|lining|laid|lay|counted|counting|count|tip|tipped|poured) ... PILLS (out )?.. \
            (on the (bed|table|floor|side)|in front of me|in my hand|out)<into|for (the|mum|dad|her\
            |him|next)>
        how (many|much) .. (PILLS|it) .. (to (die|kill|overdose|not wake|end it|be fatal|do it)|it \
            (takes|would take|will take)|would (it take|kill|do it|be enough|be fatal)|(is|are) \
            (fatal|lethal|deadly|enough to)|would take|kills|until i die|before i die|is too many\
            |you need to die)<to (cure|clear|treat|shift|stop|help|fix|lower|bring)>
        (lethal|fatal|deadly) (dose|amount|combination|overdose)<.. (chocolate|sugar|dog|cat|dogs\
            |cats|cake|tv|caffeine|cute|charm|nostalgia|lemon|garlic)>
        (take|taking|took|taken|have|had|tried|planning|plan|thinking|thought|about|an|another|did\
            |going to|want to|try|trying|will) .. (overdose|overdosing|overdosed)<of|on (?!\w+day)\
            |training|awareness|deaths|kit|kits|death|scene|risk|crisis>
        (overdose|overdosed|overdosing) on .. (PILLS|heroin|purpose|drugs|alcohol|everything)
        (?<!drug )(?<!an )(?<!the )(?<!fatal )(?<!accidental )(?<!'s )(overdose|overdosed\
            |overdosing)<on (?!\w+day)|training|awareness|deaths|of|kit|risk|crisis|victims?>
        TAKE (everything|all|whatever|anything) .. (cabinet|cupboard|drawer|first aid box)<in the \
            (kitchen|fridge)>
        (stash|supply|stockpile|hoard|bottle|collection) of .. PILLS .. (for when|in case|ready\
            |hidden|waiting|by my bed)
        drink(ing)? (the )?(bleach|antifreeze|weedkiller|drain cleaner)
        collect(ed|ing) (up )?(my|all my|all the) PILLS$
        how many .. PILLS .. i would need
        (told|tell|hid|hiding|survived|lied about) .. (the|my) overdose<training>
        stock(ed|ing)? up on (some )?(paracetamol|pills|tablets|painkillers|sleeping tablets\
            |sleeping pills|aspirin|codeine)END
        (count|counting|counted) my PILLS<into|for the (week|doctor|trip|holiday)|because|as>
        (mixed|washed|washing|mixing) .. PILLS .. with .. (vodka|whisky|alcohol|wine|gin|rum\
            |spirits|beer)
        (have|got|bought|there are) enough PILLS (if|for when|to|in case)<last|get|see>
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
            |researching|researched) .. (up |for |about |into )?(how to die|suicide|methods|lethal\
            |noose|overdose|overdosing|hanging|ways to|painless)<squad|prevention|basket|pictures\
            |of (teaching|payment)|for (making|teaching)|get|save|make|help|cook|stop|improve>
        (a|the|tied|made|tie|make|my) noose<for (the )?(halloween|play|film|prop)|knot>
        (the |my )?(rope|belt|noose|gun|bag|ladder) (is )?.. (ready|waiting) for me
        (the |my )?(rope|noose|gun|knife) is (ready|loaded|waiting)
        (hold|held|put|holding|putting|pressed|press) (it|(a|the) (gun|pistol|rifle|shotgun|knife\
            |blade|razor)) (to|against|in|at|across) my (head|mouth|temple|throat|wrists?|chest\
            |heart|neck)
        (got|have|holding|with|grabbed|took) (a|the|my|his|my \w+ 's) (gun|pistol|shotgun|rifle) \
            .. (sitting|loaded|in my (hand|lap|mouth)|next to me|beside me)
        (kept|keep|keeping) .. PILLS .. (know what|for when|in case|way out)<the|they|he|she\
            |headaches?>
        (rope|noose|gun|pills) (and .. )?ready(?=$| , | (and|tonight)(?!\S))
        (bought|got|have|found|keep) (a|the|some|my) rope(?=$| (and (i|know|a (beam|tree))|ready\
            |in (my|the) (wardrobe|boot|garage|loft|attic|cupboard|shed))(?!\S))<ready for|in the \
            (boot|garage|shed) for>
        (gun|pistol|shotgun|rifle|rope|blade|razor|pills|tablets|noose|belt|knife) (and |, )+(i \
            )?(am |will |might |could |want |plan )?.. use (it|them)( on (me|myself))?
        use (it|them) on (me|myself)
        (had|got|own|find|have) a gun .. (i would|to my head|to end|use it on)
        (gun|pistol|shotgun|rifle|knife|blade|razor) .. (to|in|at|against|on) my (own )?(head|mouth\
            |throat|temple|wrist|wrists|chest|heart|neck|stomach|veins)<and (made|told|said|asked\
            |demanded)>
        (put|putting|take|taking) (a )?(bullet|gun) .. (in|through|to|into) my (own )?(head|brain\
            |skull|mouth|heart)
        (blow|blowing|blew) my (own )?(brains?|head) (out|off)
        (slit|slitting|slash|slashing|slashed|cut|cutting|open|opening|slice|slicing|sliced) \
            WHOSE(wrists?|throat|veins|arteries)ACCIDENT
        (gun|shotgun|pistol|rifle|bullet|bullets) (is |are )?(loaded|ready|under my pillow)<for>
        (keep|kept|been|find myself) LOOK at .. (SHARP|rope|bridge|tracks|ledge|railings|drop)(?=$\
            | , | (in|and|thinking|wondering|tonight)(?!\S))
        LOOK (at|down at|over|off|down) .. (tracks|train|trains|bridge|water|river|sea|edge|drop\
            |SHARP|rope|cliff|traffic|ledge|railings) (and|,) .. (think|wonder|imagine|want|how \
            easy|thinking|wondering|how it)<about (dinner|lunch)>
        (hang|tie|tied|tying|hung|loop|looped) the (rope|noose|belt|cord)(?=PAUSE| (to|from|on\
            |over) (the|a) (beam|rafter|rafters|tree|banister|bannister|door|loft|hook))<for (the\
            |a)|and (pull|sail|climb)>
        (drank|drunk|swallowed|taken|drink) (some |a bottle of |the )?(bleach|antifreeze|weedkiller\
            |poison|kerosene|pesticide)
        (been|went|going|gone) to (two|three|four|five|several|different|\d+) (pharmacies|chemists\
            |shops) .. (enough|PILLS)
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
        MIND .. (FALL|STEP) (myself |out |down )?(in front of|under|out in front of|onto|into) .. \
            FAST<for (you|him|her|my|them|anyone|the)|station|park|to|and (go|get|come|drive|visit)\
            |journey|ride|dealer|stop|seat|home|pass|wash|boot>
        MIND .. (step|stepping|stepped|walk|walking|run|running) (off|over|out) .. (roof|cliff\
            |cliffs|ledge|edge|bridge|platform|balcony|kerb)<and (go|get)|path|walk|for|with>
        (walk|walking|throw myself|throwing myself|wade|wading|swim|swimming|jump|jumping|go) (out \
            )?(into|out to|in) (the|a) WATER (and|until|with|,) .. (not|never|keep|stones|weights\
            |let|drown|go under|come back)
        MIND .. (walk|walking|walked|throw|throwing|wade|wading|jump|jumping) (myself )?(in|into\
            |in to|out into) (the|a|that) WATER<to (cool|swim|paddle)|for a (swim|dip|paddle)|up to\
            |with (the|my|you|him|her|them)|at|together|next|this (summer|weekend)>
        (scared|afraid|frightened|terrified|worried) .. i (will|might|would|could) jumpEND
        (make sure|stop) (that )?(i (do|did|will|would) not jump|myself (from )?jumping)END
        (past|over|across|by|under) the (bridge|river|cliff|cliffs|tracks|lake|viaduct|canal\
            |reservoir) .. (think|wonder|imagine|how easy|one turn|it would be)
        (bridge|water|river|sea|tracks|edge|pills|knife|rope|train|trains|cliff|cliffs) .. (calling\
            |calls|inviting|tempting|pulling|keeps calling)( to)?( me)?END
        (stood|stand|standing|sat|sit|sitting|end up|ended up|hung|lean|leaning|leant|walked\
            |walking|went|go) .. (on|at|by|near|over|to|onto) .. HIGH ... (thinking|jump|jumping\
            |let go|letting go|looking down|looked down|wondering|wondered|to end|ready|nearly \
            jumped|almost|wanting|wanted to|considering|one step|how easy|thought about|thought of\
            |think about|think of)<watching|of (the|our)>
        (stood|stand|standing|sat|sit|sitting) (on|by) the (bridge|roof|ledge|edge|cliff) .. (for \
            (an hour|hours|ages|a long time)|last night|again|all night)<to (see|watch|catch|fish)\
            |watching|fishing|waiting>
        MIND .. DRIVE .. (into|off|through) .. HARD<trip|holiday|and park|to|for the>
        MIND .. DRIVE .. off the (road|bridge|motorway|edge)<in the|on the|because|when it>
        (crash|crashing) (my|the|this) car (on purpose|deliberately)
        (let|letting) go of the (steering )?wheel
        (lie|lying|lay|sit|sitting|sat|stand|stood) (down )?(on|in the middle of) the (railway \
            |train )?(tracks|line|motorway)(?=$| , | (and|waiting|to)(?!\S))
        (not|never) (turn the wheel|hit the brakes|brake|take the (bend|corner))(?=$| , | (and|one \
            day|this time)(?!\S))
        urges? to (jump|fall|step off|swerve|drive off|let go)
        (think|thinking|thought|want|urge|tempted) .. (step|stepping|walk|walking|letting|let) (off\
            |go)END
        i am (up )?(standing |stood |sitting |sat )?(at|on) the (bridge|roof|ledge|cliff|tracks\
            |edge|railing|railings|platform edge)(?=$| (and i (am|want|can|will|do)|looking down)| \
            , i )
        (stood|standing|stand) on (the|a) chair(?=$| (and|with)| ,)<to (change|reach)>
        (stand|standing|stood|wait|waiting) on the platform and (wonder|think|imagine|look at the\
            |picture|want|wondering|thinking)
        (think|thinking|thought|thoughts|urge|imagine|imagining|want|tempted|fantasise) .. (about \
            |of |to )?(crash|crashing) (my|the|our) (car|bike|van|truck)
        i (stood|stand|was standing|sat|was sitting|went) (at|on|near|by|to) the edge of (the|a) \
            (cliff|roof|bridge|platform|building|quay|harbour|car park)
        (think|thinking|thought) .. turning the wheelEND
        (walk|walking|go|going|drive|driving) (back )?to the (cliff|cliffs|bridge|river|tracks\
            |edge) (by myself|alone|on my own|at night)
        (jumping|leaping|stepping|walking|driving) (off|in front of|into|under|out of) .. (HIGH\
            |FAST|HARD|WATER) (would be|feels|seems|is) .. (easier|better|all i|the only|relief\
            |best)
        (want|wanting|wanted|urge|ready|going|about|decided|close|thought about|think about\
            |thinking about|considered|considering) (to )?(jump|jumping)( off)?(?=$| (again|tonight\
            |today|last)| , i)
        (going to|will|want to|about to|could) (step|jump|throw myself|walk) (out )?in front of (it\
            |one)END
        (cliff|cliffs|bridge|quay|edge|pier|roof) .. (driving|drive|going|go|jumping|jump|stepping\
            |step) (off|over)( it)?END
        want me to (jump|die)(?=PAUSE)
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
        know (how|when|where|what) (and (how|when|where) )?i (would|will|am going to|want to|would \
            like to) (do it|die|go|end it|kill myself|use)(?=PAUSE| and (i know )?(how|when\
            |where)$)
        (decided|chosen|picked|planned|planning|worked out|figured out|thought about|thinking about\
            |know|researched) (on )?(how|when|where|the day|a day|the date|a date|the method|a \
            method|the place|a place) .. (to|i) (would |will |am going to |want to )?(die|kill \
            myself|end it|end my life|do it)END
        (it is|got|have|is) (all )?(planned|worked out|figured out) (out )?(how|when|where) i (will\
            |am going to)
        (my|a|the|write|wrote|writing|written|left|leave|to) .. (goodbye|final|farewell|leaving \
            this world|suicide) (note|letter|letters|notes|video)s?<.. (boss|colleagues?|work\
            |teacher|class|team|students|staff|clients|office|school|readers|group|move|leave\
            |retire|reminder|demand|exam|card|round|score|piano|sounded|song|match|company|anne)>
        i have (picked|chosen|set|got|decided on) (a|the|my) (date|day|method|spot|place) (to|and \
            i (am|will)) .. (die|go|do it|end|dead|gone)END
        (written|wrote|done|finished|got|left|started) my (goodbye )?(note|notes|letter|letters)END
        planned ... (pills|rope|note|letters?|goodbye|gun|bridge)(?=PAUSE| and)<trip>
        my plan is to (take (the|all|my|all my) PILLS|overdose|jump|hang|drown|bleed)
    """,
    negatable=True,
)
ASKING = Meaning(
    name="asking how to die",
    ways=rf"""
        EASY .. (ways?|methods?|means|place|places|bridges?|buildings?|pills?|drugs?|poisons?) .. \
            (to|for|of) .. (kill(ing)? (yourself|myself|oneself)|(slit|cut) (your|my) wrists|die\
            |dying|end (it all|my life|your life)|commit suicide|suicide|overdose|hang(ing)? \
            (yourself|myself)|bleed out){_PLAYING}
        (ways?|methods?|how) (to|of|for) .. (kill|killing|hang|hanging|drown|gas|poison|unalive) \
            (yourself|oneself){_PLAYING}
        EASY (place|places|bridge|building|spot) .. to jump(?=$| (near|from|off|in \w+)$)
        (can|could|will|would|do|does|did|is it|how|if) .. (you|i|someone|a person|people|it|one\
            |they) .. (die|be fatal|kill you|kill me) .. (if|from|by|of|on|with|after) .. (PILLS\
            |overdose|overdosing|hanging|drowning|jumping|cutting|bleeding|bleach|jump|jumped|cut\
            |hang|took (all|too))
        (does|do|will|would|is|how) .. (hanging|drowning|overdosing|dying|bleeding out|bleeding to \
            death|suicide|hypothermia) .. (hurt|painful|painless|quick|work|take|feel)
        how (long|quickly|fast|far|high|deep|much|many|tall) ((?!for)\w+ ){{0,4}}to (die|bleed (out\
            |to death)|hang|drown|suffocate|stop breathing|kill (yourself|myself|me|a person)|be \
            (fatal|dead))<of|for>
        high enough to (die|kill)
        how (high|far) .. (fall|jump|drop) .. (die|survive|kill)
        (will|would|can|could|do|does|how many|how much|is) .. (PILLS|\d+ \w+|jumping|hanging\
            |helium|gas|fall|jump|electrocution|drowning) .. kills? (you|me|someone|a person)
        (which|what|how many|how much) .. (PILLS|drugs?|poisons?|methods?) .. kills?(?=$| (you|me\
            |someone|people|fast|fastest|quick|quickest))
        help (me|someone) (to )?die
        (to|about|of|if (you|people|they)|do people|from) (kill|killing|hang|hanging|drown|drowning\
            |unalive) (yourself|themselves|oneself)<over|trying|working|laughing|with work|for|at\
            |in (the|this)|to (get|finish|make)>
        to end your (own )?lifeEND
    """,
    impersonal=True,
    excuses=("studied",),
)
MEANS_AND_PLANS = (PILLS, MEANS, PLACES, PLAN, ASKING)
