"""Acts: killing oneself, ending one's life, suicide by its name, and hurting oneself."""

from halved.safety.gentle.meaning import About, Meaning

_LIGHTLY = (
    "<laughing|with (work|laughter|my own|this|the|gin|boredom)|in (the (foot|game"
    "|garden|gym|first|second|last)|work|gin|wine|my work|my sorrows|sorrow|game"
    "|minecraft|fortnite|boredom)|on (the|that|those|this|every|level|lego)|by (accident"
    "|mistake|falling|tripping)|falling|tripping|slipping|coming|getting|climbing"
    "|carrying|running|lifting|skiing|cycling|off the|before i (would|go|eat|wear|do|vote|watch"
    "|drink)|rather than|if i (had"
    "|have|get|hear|see|need) (to|another|one|that|it|this)|when i (tripped|fell"
    "|slipped)|doing (it|this|the|that|overtime)|out to dry|out there|up (for|with|by|in"
    "|to)|a (new|little|break|coffee)>"
)
_WORKING = (
    "<trying|working|to (get (?!away|out|rid)|finish|make (?!it stop|the pain)|pass|please|lose"
    "|meet|keep"
    "|fit|be|look|pay|earn|impress|provide|stay|win|do|save)|over|for (this|that|the|a"
    "|him|her|them|you|work|nothing|my|years)|at (the|work|training|crossfit|school|this"
    "|my|that)|studying|revising|every (day|weekend) (at|in|for)|in the|here|with>"
)
_TWO = "<with|between|here|there|like|by|on|at|and (move|stay|be|get)|before (it|the)>"

KILLING = Meaning(
    name="killing oneself",
    ways=rf"""
        (kill|unalive|hang|drown|shoot|gas|poison|stab|suffocate|strangle|top|neck|murder\
            |electrocute|delete|execute|snuff|finish|end|smother|throttle) ONESELF{_LIGHTLY}
        (killing|hanging|drowning|shooting|gassing|poisoning|suffocating|strangling|topping|necking\
            |deleting|ending|electrocuting|stabbing) ONESELF{_LIGHTLY}{_WORKING}
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
        FALL myself (off|under|in front of|out of|out|from|down the stairs|over the|(in|into) (the \
            |a )?(WATER|FAST|traffic|road|path))<of bed|there>
        (put|putting|stick|sticking) my head in .. (oven|noose|bag)<(to|and) (clean|check|see\
            |scrub)>
        (you|i) (could|can|should) .. (kill|hang|drown|shoot) yourself
        (you|should|said|tells? me|told me|telling me|me) ((to|and|go) ){{0,3}}(kill|unalive|hang) \
            (myself|yourself)
        let myself (die|drown|bleed out|starve|fall|freeze|go for good)
        (i have|have) (enough|plenty|something) .. to (kill|finish|end) (me|myself|it all)
        PILLS .. to (kill|finish) me
        will kill myself rather than
    """,
    negatable=True,
    sayable_of_others=True,
)
ENDING = Meaning(
    name="ending one’s life",
    ways=rf"""
        (end|ends|ending|ended|take|takes|taking|took|taken|finish|finishing|lose|cut short) \
            WHOSElife<in (my|his|her|their)|back|to the|into|for granted|out|off|in a|forward|as a\
            |as an|savings|insurance|experience|story|day|apart|admin|vest|in hand>
        end(ing|ed)? it all<with|between|by|on (?!\w+day)|at|too (quickly|soon|early|fast)>
        MIND (to |about |of )?.. (end|ending|ended) (it|everything|this life|my (pain|misery\
            |suffering)|the pain|all this|all of it|my existence)( all| once and for all| tonight| \
            today| for good| soon| tomorrow| myself| this week| forever)?{_TWO}(?=$| , | (because|i\
            |but|and|before|if)(?!\S))
        (want|going|ready|thinking of|think about|thinking about|decided) (to )?end(ing)? things$
        end(ing)? things (for good|permanently|forever|once and for all|tonight|myself|for me)
        put(ting)? an end to (it all|my life|myself|everything|this life|my (own )?(pain|suffering\
            |misery|existence)|all this|all of this|it)(?=$| , | (all|tonight|myself|for \
            good)(?!\S))
        (exit|leave|leaving|depart|check out of|checking out of|opt out of|quit|get off) (from \
            )?(this )?(life|world|earth|planet|existence|mortal coil)(?=$| , | (for|behind|and|soon\
            |anymore|i|tonight|forever|early)(?!\S))
        (be with|meet|go home to|going home to|see) (god|jesus|the lord|my maker|my creator|the \
            angels)(?=$| , | (soon|tonight|and)(?!\S))
        (my|another|an|previous|first|second|third|last|failed) .. attempt on my (own )?life
        (hate|wish|sorry|regret|sad|gutted|angry|annoyed) .. (the|my|that) .. (overdose|pills\
            |tablets|rope|noose|crash) .. (failed|worked|succeeded)
        (planning|plan|thinking (of|about)|considering|make|making|making) (an|another|my (next\
            |second|third)) attempt(?=PAUSE)
        's attempt failed
        i am (ending|finishing) (it|everything|things|this)( all)? (tonight|today|tomorrow|soon\
            |for good)END
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
        (my|after (the|my)) (second|third|fourth|fifth|last|latest|first|\d+(st|nd|rd|th))? \
            ?attempt(?= (this (year|month|week|time)|last|failed|did|and|i|everyone|they|at \
            christmas)(?!\S))
        (pumped my stomach|my stomach pumped)
        (noose|rope|belt|cord|ligature|bag) (is )?(around|round|over) my (neck|head)
        (turned|turn|leave|left|put) .. the gas (on|and|tap)(?=PAUSE| (and|wait|breathe))<hob\
            |cooker|oven>
        decided to end things (my|on my|today|tonight|with)
        (nearly|almost|going to|will|might|tried to|want to|could) attempt(ed)? (it |this )?(again\
            |it again)
        by my own handEND
        (did|made|had|have) (\w+ )?attempts? (before|with)
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
        suicide<to (go|try|play|attack|say|run|drive|put|make|do|take|shoot|change|send|wear|walk)\
            |squad|prevention|awareness|hotline|helpline|line|rates?|statistics|stats|bomber\
            |bombers|bombing|vest|mission|doors?|policy|burnout|sprints?|drills?|squeeze|king\
            |research|training|charity|wings|cocktail|grips|knob|shower|pass|run|runs|survivors?\
            |bill|law|laws|in (literature|the|france|japan|victorian|nineteenth)|blonde|girls|club\
            |silence|kit|tree|lane|shift|machine|tour|commando|booth|forest|reporting|postvention\
            |studies|play|by (cop|chocolate)|is painless|watch (party|officer)|risk (assessment\
            |training)|slide|burger|gap|cable|clutch|shift|attack|jockey>
    """,
    negatable=True,
    sayable_of_others=True,
    excuses=("studied", "bereaved"),
)
HURTING = Meaning(
    name="hurting oneself",
    ways=r"""
        (cut|cuts|cutting) ONESELFACCIDENT
        (hurt|hurting|hurts) ONESELFACCIDENT<if i|again (at|in|playing|doing|if)>
        (harm|harming|harmed|injure|injuring|mutilate|mutilating) ONESELFACCIDENT
        (burn|burning|burned|burnt|scratch|scratching|scratched|carve|carving|carved|hit|hitting\
            |punch|punching|bite|biting|bruise|bruising|punish|punishing|punished|stab|stabbing) \
            ONESELF (on purpose|deliberately|until|because|by (cutting|hitting|not|burning)\
            |when(?! i (fell|tripped))|with (cigarettes?|a lighter|lighters?|matches|my|an? aerosol\
            |a (belt|hammer|blade|razor))|again (last|because|and)|to feel|to cope|in the (face\
            |head|legs?) (when|until|because))
        (want|wanted|need|urge|like|keep|kept|started|start|deserve|have to) (to )?(punish\
            |punishing|scratch|scratching|hit|hitting|burn|burning|injure|injuring|bite|biting|cut\
            |stab) ONESELF<out|on (?!purpose)|with a treat|off|some|a>
        selfharm<awareness|training|charity|policy|in schools|prevention|research|statistics|rates\
            |talk|lecture|module|essay|leaflets?|workshop|course>
        (urge|urges|compulsion|itch|craving|desperate|temptation) to (cut|burn|bleed|scratch)<back\
            |down|out|the|a|my (hair|fringe|losses)|ties|corners|short|off|in|it|up|some|calories>
        (cut|cutting|slash|slashed|slashing|slice|sliced|slicing|carve|carved|carving) (on |up \
            |into )?WHOSE(inner )?(thighs?|wrists?|forearms?|hips?)<on (?!purpose)|shaving|open|by \
            (accident|mistake)|climbing|playing|at|falling|when i (fell|slipped)|off>
        (scratch|scratching|cut|pick|bite|punch|hit|claw) (myself )?(until) i (bleed|bruise)
        (urge|urges|want|wanted|wanting|need|tempted|craving|started|start|relapsed|back to|gone \
            back to|been|stopped|stop|keep|kept|miss|thinking about|think about) (to cut|and cut\
            |cutting)(?=$| , | (again|to feel|because|deep|last night|and (i|it|burn|hurt)|but|i\
            |when|tonight|after|to cope|too)(?!\S))
        i (have |had |did )?(cut|been cutting) (again|last night|too deep|deep|deeper|because i\
            |when i (feel|am|get)|to (feel|cope|punish))
        (?<!cat )(cut|cuts|cutting|sliced|slicing|scratched|scratching|burning|burnt|burn|burned\
            |carved|carving|scars|slashed|slash) (on |up |into |all over |all up )?WHOSELIMB(?=$| \
            , | (on purpose|again|when|because|and (i|no|hide|it)|last|to|but|in secret|every|under\
            |deliberately|i|nobody|until|with (a )?(razor|blade|lighter|knife|compass|scissors)\
            |from)(?!\S))<from (the|a)|to (fit|length)|when i (fell|was (cooking|gardening\
            |cycling))|on (?!purpose)|again on|last (week|night|year) (on|at|playing|in)>
        (hid|hide|hidden|hiding|keep|kept|bought|got|find|found) .. (blades?|razors?)( (to cut|for \
            when|in my|under my|ready|again|from (my mum|my parents|the sharpener)))END
        SHARP ... (i can|to|could) (cut|bleed) (when|if|until) i (need|want|feel|have|get)<it|them\
            |the>
        SHARP .. (to|on|against|into|across|over) (my|her|his) LIMB<and shave|in the shower|to \
            shave>
        (clean|free) (of|from) (selfharm|cutting|cuts|hurting myself)
        relaps(e|ed|ing) .. (cutting|cut|selfharm|blades?|hurt|harmed)
        (want|need|like|make myself|made myself) (to )?bleed
        (feel|watch|watching|see) .. blood .. (calm|better|relief|calms|helps|real)
        (do|doing|cause|causing|inflict|inflicting) .. (harm|pain|damage|injury|hurt) (to|on) \
            myself
        (do|doing|did) myself harm
        ^cutting again|cutting again(?=$| ,)
        (the|my) (cutting|selfharm|burning) (has|had|is|got|started|came|comes)
        (bit|bite|biting|scratch|scratched|scratching|pick|picked|picking|dig|dug|pinch|pinched|hit\
            |hitting|punch|punched|punching|smack|smacking|slam|slamming|bang|banged|banging|burn\
            |burned|burning|cut|carve) .. my (LIMB|head|face|scars?|wounds?) .. (until|because i \
            (deserve|hate)|to (feel|punish|cope|calm)|as punishment|on purpose|deliberately|when i \
            (feel|hate))
        i want(ed)? it to hurtEND
        cutting (is|was|helps|calms|makes|relieves|stops) (the only|me|it|how|what|everything|my)
        (day|days|week|weeks|month|months) .. (of|without|since) .. (cutting|selfharm|last cut)END
        (peel|tear|rip|claw|scratch) (at )?my skin (off|open|until)
        (until) my (knuckles|hands|arms|legs|skin|head|fingers|wrists) (bleed|bled|bleeds|hurt|are \
            raw|are bruised)
        (slit|slash|slashed|slitting) my (wrists?|throat|arms?)
        (been|started|keep|stop|stopped|back to|addicted to) cutting(?=PAUSE| (for|since|again|too\
            |every|when|after|at night)(?!\S))
        not (cut|selfharm|hurt myself) (in|for) (\w+ ){1,3}(day|days|week|weeks|month|months|hours)
        (hide|hid|hiding|kept|keep) the (blades?|razors?|knives|knife|scissors) from myself
    """,
    about=About.HARM,
    negatable=True,
    sayable_of_others=True,
    excuses=("studied", "bereaved"),
)
ACTS = (KILLING, ENDING, SUICIDE, HURTING)
