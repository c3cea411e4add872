"""Not being safe with oneself."""

from halved.safety.gentle.meaning import Meaning

NOT_SAFE = Meaning(
    name="not safe with oneself",
    ways=r"""
        not .. trust myself .. (alone|tonight|on my own|by myself|not to (do|hurt|harm|die|act|jump\
            |take)|(with|around|near) (the |my |a |these |all these )?(knives|pills|tablets|meds\
            |car|medication|paracetamol|blades|razors|train|trains|bridge|bridges|tracks))
        not .. trust myselfEND
        not .. safe .. (with myself|from myself|alone with (myself|my thoughts)|in my own (head\
            |company)|to be (left )?alone|being alone|by myself|to be on my own|with my thoughts\
            |in my head|on my own( tonight)?$)<in (the|this) (street|area|park)|walking|at night>
        (scare|frighten|scaring|frightening|worry) myself .. (alone|thoughts|thinking|knives|pills\
            |when i am|tonight|END)
        (scared|frightened|afraid) of (my own|my|the) (mind|head|thoughts|thinking)(?=PAUSE| (again\
            |tonight|when|at))
        (not like|hate) (what i am thinking|where my (head|mind|thoughts) (is|are|goes?|keeps? \
            going))
        (not (be|leave me|want to be)|do not leave me|can not be) (left )?(alone|on my own|by \
            myself) (tonight|with (the|my) thoughts)
        (asked|told|got|begged) .. (hide|take|lock|keep) .. (PILLS|knives|keys|blades|razors\
            |guns?) .. (away|out|from me|up)<for the (dog|cat|kids)|from the (kids|children\
            |toddler)>
        (all|only thing) i (can |could )?think (about|of) is the (river|bridge|PILLS|rope|train\
            |trains|tracks|cliff|sea|water|drop|gun|knife|blade|razor|edge|roof)
        (stopped|quit|not) (wearing|bother with|wear|bothering with) (my|a|the) (seat ?belt|helmet\
            |life ?jacket)END
        (stopped|quit|refuse|refusing|not) (taking|eating|take|eat|treat|going for) ... (kills me\
            |let nature|hope it|take its course|let it (sort|take))
        (if|when|and) it kills me (it kills me|good|fine|i do not care)
        (drink|drinking) (until|myself) .. (hope|hoping|not wake|to death|die|never wake|gives (up\
            |out))<he|she|they|dad>
        (unsafe|not safe) (with|from|around) myself|(danger|risk) to myself
        i (should|must|can|could) not be (left )?(alone|on my own|by myself)( tonight| with (myself\
            |my thoughts|my meds|the pills|these thoughts))?END
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
        (might|may|going to|will|could|about to|want to|nearly|almost|if i|before i|end up) (do|did\
            |doing) something (stupid|drastic|bad|terrible|awful|silly|i (can not|will not be able \
            to)(take back|undo|come back)|to myself|permanent|final|irreversible)<like|with|about\
            |and (buy|dye|spend|text|ring|book|quit)|to (the|my|him|her)|on|at|for|again at>
        (dark|bad|scary|black|ugly|those|dangerous|horrible|these|intrusive|awful) (and scary |and \
            dark )?thoughts .. (again|back|coming|come|winning|louder|tonight|getting|got|stronger\
            |scare|scaring|worse|about (dying|hurting|ending|not)|scare me|take over|taking over\
            |will not (stop|go)|stop)
        (having|have|had|get|got|getting) .. (dark|black|darkest) thoughts<about (my (boss|ex\
            |neighbour|sister|mother)|him|her|them|the)>
        (thoughts|head|mind|voices|voice) .. (are |is |get |gets |getting )(too )?(dark|black\
            |dangerous|winning|too loud)
        (in|at|to) (a|the) (dark|black|bad|darkest) place (again|i|and i do not (know|trust|see\
            |want)|in my head)
        (voices|voice|demons|thoughts) .. (telling|tell|want|wants|told) me to .. (do it|die|jump\
            |hurt|end|go)
        (not|if i|whether i|never|doubt i) .. (make it|last|survive|live) (through|until|past|to \
            see|to) (the |my )?.. (night|tonight|morning|tomorrow|weekend|birthday|christmas|thirty\
            |twenty|eighteen|30|18|21|25|40|next (week|year|month)|end of the (week|month\
            |year))(?=$| (alive|and i|i|if|without)(?!\S)| , i )<party|match|service|concert\
            |dinner>
        (keep|keeping|stay|staying) (myself )?safeEND
        (can not|not sure i can|struggling to|not able to|not know if i can|hard to) (keep|stay) \
            (myself )?safe
        (scared|afraid|worried|frightened|terrified) .. i (will|might|may|am going to) .. (not be \
            (here|alive)|do it|end it|go through with it|act on|hurt myself|not make it)
        act(ing)? on (it|them|these|those|my|the) ?(thoughts|urges|feelings)?END
        too close to the (edge|platform|railing|railings|tracks)<of the (pool|stage|table|desk)>
        (keep|kept|find myself|end up|drawn) (walk|walking|drive|driving|going|back|go) (back )?(to\
            |down to|by|past|over to) the (river|bridge|cliff|cliffs|tracks|canal|lake|sea|railway\
            |reservoir)(?=PAUSE| (at night|every night|again|alone|in the dark|and)(?!\S))
        (keep|not stop|been) thinking (about|of) (the|that|those|my|a) (bridge|pills|tablets|rope\
            |train|trains|tracks|river|cliff|knife|blade|razor|roof|gun|water|edge|drop)END
        garage .. engine (running|on)
        (look|looked|looking|google|googled|googling|search|searched|read|asked) .. what (happens\
            |would happen) (if|when) (you|i|someone) (mix|take|took|drink|swallow|swallowed|jump\
            |overdose|inject|stop breathing|hang|drown)
        not promise .. (be |stay |keep myself )safe
        not know what i (will|would|might) do if i am (left )?(alone|by myself|on my own)
        (head|mind|brain|something) (is |keeps )?telling me to (do it|end it|go|jump|die)
        (bad|dark|horrible|scary|terrible) thoughts (again|back|will not|are (back|here|getting)\
            |tonight|have (come|started))
        not bother(ing)? with my seat ?belt
        (reading|read|googling) .. about (overdose|overdoses|overdosing|hanging|suicide methods)END
        i am not safe (tonight|alone|on my own|by myself)END
        my (head|mind) is not a safe place
        (take|hide|lock|keep) the (knives|pills|tablets|keys|razors|blades) (away )?from me
        (scared|afraid|frightened) of what (will|might|could) happen if i
        i (will|might) do something i can not (undo|take back)
        thoughts (that )?(scare|frighten|terrify) me|thoughts i can not say
        (walk|walking|walked) .. on the (railway|train) (line|lines|tracks)
        (hiding|hoarding|collecting) (my|mum 's|my mother 's) PILLS
    """,
    excuses=("joking",),
)
