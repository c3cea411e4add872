"""A burden: being one to others, and that they would be better off."""

from halved.safety.gentle.meaning import Meaning

BETTER_GONE = Meaning(
    name="better without me",
    ways=r"""
        EVERYONE ((would|will|are|is|be|could|all|have|might|must|do|deserve|were|was|both|surely\
            |to|life|they) ){0,5}(be |been |live |do |get )?(a )?(much |far |a lot |lots |way \
            )?(better|happier|easier|fine|relieved|glad|calmer|safer|richer|freer|brighter|simpler\
            |ok|okay|best|grand|improved)( off)?( place)?( life| lives)? (without me|with me DEAD\
            |if i (was|were|am|had never existed|did not exist|were to|weren)? ?(DEAD|DIED)|(when\
            |once|if) i am DEAD)ATPLAYAWAY
        better off without meATPLAY
        (says?|said|saying|thinks?|thought|told|feels|reckons|believes) ... (better|happier\
            |easier) (off )?(without (him|her|them)|if (he|she|they) (was|were) DEAD)ATPLAY
        better (off )?with me (gone|dead|out of)
        (?<!never )(?<!not )(manage|cope|get on|get by|survive|carry on|move on|go on|be happy|be \
            relieved|be glad|thrive|start again|be free) .. without meATPLAY<at the|next>
        (better|easier|best|happier|simpler|kinder|good|relief|favour|sense|mercy|nicer) (off )?.. \
            (for (everyone|all|them|you|my \w+|the \w+|all of (them|you|us))|all round|all around) \
            .. (if|when|once|without) (i |me )?.. (DEAD|DIED|me)AWAY
        (better|easier|happier|simpler|best|kinder|kindness|mercy|blessing|relieved|relief|glad\
            |good|fine|freer|celebrate|rejoice) (off )?(if|when|once) i (was|were|am|had|did)? \
            ?(DEAD|DIED)ATPLAYAWAY
        (it )?(would|might) be (better|easier|simpler|best|kinder|for the best)( for everyone)? (if\
            |to) (i )?(was|were|am)? ?(not be here|DEAD|disappeared|did not exist)AWAY
        NOBODY .. (would|will|is going to|does|wo)? ?.. (miss|notice|care|cry|mind|mourn|grieve|be \
            sad|come looking|bat an eyelid|shed a tear|remember)( for| about| at)?( me| that)? .. \
            (if|when|once|that|were) i (.. )DIED
        (if|when|once) i .. (DEAD|DIED) ... NOBODY .. (miss|notice|care|cry|mind|know|mourn|grieve\
            |be sad|bat an eyelid|remember|come)
        NOBODY (would|will|is going to) (.. )(miss|mourn|grieve for|cry for) me( at all| much| if \
            .. )?END
        how long .. (before|until|for) (anyone|someone|anybody|they|you) .. (noticed?|found|find\
            |to (notice|find)) .. (gone|dead|me|body)<in the (crowd|shop)>
        worth more .. dead
        (life )?insurance (money |payout )?(would|will|could|can) .. (help|pay|sort|keep|cover) .. \
            (them|kids|children|family|house|debts?|everyone|more than).. (than me|dead|gone|me \
            alive|without me|END)<the (repairs|damage)>
        (world|earth|planet|everyone|family|they|you) .. (not need|rid of|sick of having|stuck \
            with) me (anymore|around|here)END
        (deserve|deserves|need|needs) .. (better|real|good|new) (mum|mother|dad|father|parent|wife\
            |husband|son|daughter|friend) than me
        (get|got) over (me|it|losing me) .. (when|once|if|after)? ?.. (gone|dead|me)END
        (i am|feel) (only )?in the way (of|and) (everyone|they|my family)
        insurance ... (be|am) (worth (something|more|anything)|useful|some (use|good)|good for \
            something)
        not be missed( by \w+)?END
        (nobody|who|nobody here) will miss meEND
        get over me (soon|quickly|in time|fast|in the end)
        EVERYONE (would|will|could) .. (be set|heal|breathe easier|breathe again|relax|find \
            (someone|somebody) (better|normal|else|new)|manage|cope|be free)( up)?( for life| of me\
            | soon| at last)? .. (if|once|when|without) (i |me ).. (DEAD|DIED|out of (it|the way)\
            |me|END)AWAY
        insurance .. (would|will) .. (pay|sort|cover|clear|set) .. (house|mortgage|debts?|kids|them\
            |everything)
        (forget|forgot|forgotten) (about )?me (in|within|after|by) (a|the|no|one|\w+) (week|month\
            |day|year|time|weeks|months|days)
        (weight|millstone|noose|stone|drag) (round|around|on) (everyone|my \w+|their|his|her\
            |your)( 's)? (neck|back|shoulders?|\w+)
        cost (more|them more) than i am worth
        (come|came|be|turn up|cry|show up|bother) (to|at|for) (my|the) funeral
        EVERYONE .. (glad|relieved|happy|pleased|better off|thankful) (to )?(see|when|once|if) \
            (the back of me|rid of me|i (am |was )?gone)AWAY
        (rid of|shot of|free of|done with) me (soon|at last|for good|forever)END
        (i|only) (will )?(cause|bring|bringing|make|making|causing) .. (pain|trouble|misery|worse\
            |harm)( to| for| into) (everyone|them|people|you|my \w+)
        (make|making|made|ruin|ruining|ruined|destroy|destroying) (everyone|their|all their\
            |everyone 's|my (family|kids|children|wife|husband|parents|friends) 's|the people) .. \
            (life|lives)( worse| miserable| harder| a misery| hell| difficult)?(?=PAUSE| by)
        (kindest|best|only|one|last) thing (that )?(i|i can|i could|left) .. (do|for) .. (is|would \
            be) (to )?.. (not be|die|disappear|go away|leave this|be gone|end it|not exist|stop \
            existing|remove myself)
        (worse|harder|miserable) .. (by|because) (i am|being|my being) .. (in it|here|alive|around\
            |existing)
        all i do is (hurt|cause|ruin|disappoint|let .. down|bring .. (pain|misery)|make .. (worse\
            |miserable))
        bring (nothing|everyone nothing|them nothing) but (pain|misery|trouble|grief)
        deserves? (far )?better than me
        would (be sad|cry|grieve|be upset|mourn|be hurt) (for|at first) .. (then|but) .. (free\
            |relieved|better|fine|over it|happier|move on)
        (world|life) (would|will) (keep turning|go on|carry on|keep spinning|be the same) without \
            me
        (set|setting) (them|you|everyone|him|her) free(?=PAUSE| (of me|from))
        my family .. much better .. if i DIED
        (a |their )?(life|lives|world) without me( in it)?(?=PAUSE| (would|will|faster|is))<in \
            (goal|charge)>
        EVERYONE .. (would|will) be (alright|better|okay) (without me|with (somebody|someone) \
            else)ATPLAY
        would (anyone|anybody|they) (miss|notice|mourn) me(?=PAUSE)
        (think|wonder|worry|imagine|thinking|wondering) .. who (would|will) find me
        (world|everyone) .. better (off )?without (people|someone|somebody) like me
        poison (to|for) (everyone|them|my \w+|people)
        i (am )?.. in everyone 's way
        my carer .. easier .. if i DIED
        (nobody|none of them) (needs|wants|loves) me( here| around)?END
        (wants?|want) me (gone|dead)END
        if i (was|were) DEAD .. EVERYONE would .. be (happy|happier|better|fine|relieved|free)
        better this way for (everyone|all)
        NOBODY would (care|miss me)$
        (family|friends|kids|parents|mum|dad|nobody|husband|wife) would not miss me
        EVERYONE (would|will) (move on|forget|get over it) .. (if|when|once) i DIED
    """,
    sayable_of_others=True,
)
BURDEN = Meaning(
    name="a burden",
    ways=r"""
        (i am|i have become|i was|i feel like i am|all i am is|being|become|i feel|feel like|i \
            would be|i will be|i have been)( nothing but| but| like| nothing more than)? (a|an|one \
            big|one huge|the)? ?(huge |massive |big |constant |total |useless |financial |terrible \
            )?(burden|drain|dead weight)( to| on| for) THEM<when|for|at|if i ask>
        (i am|i feel like|i have become|i feel i am|it is like i am) (nothing but )?(a|the) (burden\
            |drain)( anymore)?(?=$| and (everyone|they|nobody|my))
        (all i am is|i am nothing but|nothing but|nothing more than|i am only|i am a useless) (a \
            )?(burden|drain|dead weight)END
        (tired|sick) of being (a |the )?(burden|waste|problem|drain|nuisance)( to| on| for| of)?( \
            everyone| you| my family| them| people| space| you all| my \w+| all)?END
        i am (nothing but )?(a )?waste of (space|oxygen|air|skin|life|breath|a life)
        not (want to )?be (a |your |their |anyone 's )?burden anymore
        (free|rid|relieve) (them|everyone|my family|you|you all) (of|from) (me|the burden|this \
            burden|having)
        (stop|end) being a burden( to| on)?( everyone| anyone| you| them| my \w+)?END
        (no|not any) (use|good|help) to (anyone|anybody|them|THEM)( anymore| at all)?END
        nothing but (trouble|a problem|a nuisance|a disappointment|bother|grief|pain|an \
            embarrassment) (to|for) THEM
        (everyone 's|everyone is|their|my family 's) (life|lives) (got|gets|would be|is|has been) \
            (worse|harder|better) (when|since|because of|without) (i|me)
        (drag|dragging|bring|bringing|pull|pulling) THEM down(?=PAUSE| with me)
        (sick|tired) of being (one|this)$
        (i am|i feel|i feel like( i am)?|i have become|all i am is) (nothing but |only |like )?(a\
            |an|the) (\w+ )?(burden|drain|dead weight|waste of (space|oxygen|air|skin|life\
            |breath))(?=PAUSE| (and|these days|to (those|the people|the ones)|on (those|the \
            people))(?!\S))
        (useless|no good|worthless) to (everyone|anyone|them|my \w+)
        (felt|feeling) like (a) burden(?=PAUSE| (since|to|on|for years)(?!\S))
    """,
    excuses=("joking",),
)
BURDENS = (BETTER_GONE, BURDEN)
