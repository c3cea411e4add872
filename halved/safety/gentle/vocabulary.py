"""Words that mean the same, for the ways in which things are said. The notation is in `meaning`."""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# In most sentences, and in many: looking for these tells little or less.
EVERYWHERE = words(
    "a all am and as at be but by can do for have i if in is it me my not of on or so that the this"
    " to was we will with would you your are they he she"
)
FREQUENT = words(
    """
    about after again always an any anymore ask away back because been before being best better call
    came come could day days did does done down end even every everyone everything family feel few
    find first friend friends from get getting give go going gone good got great had happy hard has
    her help here him his home hope how into its just keep kids kind know last leave left let life
    like little live long look looking lot love make making man many may might mind mine money more
    most much mum myself need never new next nice no nobody nothing now off ok once one only other
    our out over own people place please point put ready really right run same say see should some
    something soon sorry still stop such sure take taking talk tell than thank their them then there
    thing things think thinking through time tired today together tomorrow tonight too trying until
    up us use very wait want way week well went were what when where which while who why without wo
    work world year years
    """
)

VOCABULARY = {
    # Where a thought may end, so that "live" is not "live in London": at a pause, or before these.
    "PAUSE": '$| "| , (i|it|please|sorry|forgive|nobody|everything|help|goodbye|they|there|no|not'
    r"|life|my life|so|and|but|because|everyone|you|maybe)(?!\S)",
    "END": r"(?=PAUSE)",
    "STOP": r"(?=PAUSE| (anymore|at all|in pain|if (this|it)|but|because|so|like this|this way"
    r"|through this|with this|with these|with myself|in this (world|body|pain|life)|on this (earth"
    r"|planet)|tomorrow|ever|again|much|forever|as me|knowing|feeling|it|i|everything|nothing"
    r"|nobody|in the morning|if this is|to (live|exist)|without (him|her)|since|now that|and (i"
    r"|nobody|no|be|it|not|never|face|everyone|that))(?!\S))<anymore (in|at|with|on|here|there"
    r"|near|by|after|while|when)>",
    # --- who -------------------------------------------------------------------------------------
    "ONESELF": "(myself|himself|herself|themselves)",
    "WHOSE": "(my|his|her|their) (own )?",
    "EVERYONE": "(everyone i (love|know|care about)|everyone around me|everyone|they|you|people|we"
    "|he|she|it|life|things|everything|mum|dad|the world|this world|the planet|the family"
    "|the kids|the children|the boys|the girls|the baby|you (lot|guys|all)|my (.. )(family"
    "|kids|children|wife|husband|parents|mum|dad|friends|boys|girls|girlfriend|boyfriend"
    "|partner|son|daughter|brother|sister|baby|team|life))",
    "NOBODY": "(nobody|not one person|not a single person|not a soul|not anyone|none of (them|you)"
    "|who|hardly anyone|few people|not (think|believe|suppose|imagine) (that )?(anyone"
    "|anybody|people|they|you)|doubt (that )?(anyone|anybody|they)|would anyone|would "
    "anybody|would they|would you|would people|would he|would she)",
    "THEM": "(everyone|them|them all|all of (them|you)|you all|people|others|society|the nhs|the "
    "(family|world|kids|children)|my (whole )?(family|kids|children|wife|husband|parents|mum"
    "|dad|friends|son|daughter|partner|boys|girls|brother|sister|loved ones))",
    "LOVED": "(wife|husband|mum|mother|dad|father|son|daughter|nan|nana|gran|granny|grandma|grandad"
    r"|brother|sister|baby|partner|him|her|them|boy|girl|boys|girls|late \w+)",
    # --- wishing ---------------------------------------------------------------------------------
    "WANT": r"(want|wants|wanted|wanting|wish|wishes|ready|deserve|deserves|prefer|longing|long"
    r"|like|love|beg|begging|choose|rather|decided|urge|desire|tempted|meant|supposed|willing"
    r"|pleading|time for me|prepared|happy|glad|waiting|wait|trying|try|tried|plan|plans|planning"
    r"|intend|intending|pray|praying|hope|hoping|begged|prayed|itching|aching|yearn|craving|mean"
    r"|chance|dying|allowed|happily|gladly|sooner|fancy|need|courage|guts|nerve|strength|bottle"
    r"|brave enough|desperate|determined|no choice|verge|close)",
    "HOPE": r"(wish|wishes|wished|wishing|hope|hopes|hoped|hoping|pray|praying|prayed|want|wants"
    r"|prefer|if only|rather|beg|begging)",
    "NOTWANT": "((not|never|rather not|hate to|not really|stopped) (want|wants|wanted|wanting|wish"
    "|wishing|care|intend|like|plan|planning|desire|deserve|dare|wishing|need|mean) (to |on )?"
    "|rather not|no (more |real |longer )?(wish|desire|will|intention|interest) (left )?(to|in)"
    "|(not (think|know if|know whether|sure|sure if"
    "|sure that|sure whether|feel like|believe)|doubt( if)?|no longer sure) i want(ed)? to)",
    # What shows that somebody thinks of doing it.
    "MIND": r"(want|wants|wanted|wanting|going|will|think|thinks|thinking|thought|thoughts|urge"
    r"|urges|could|might|tempted|temptation|nearly|almost|ready|plan|plans|planning|planned"
    r"|imagine|imagining|imagined|picture|picturing|considered|considering|consider|feel like"
    r"|should|wonder|wondering|pulled|drawn|dream|fantasise|fantasising|fantasize|tried|try|wish"
    r"|wished|about to|decided|idea|ideas|contemplating|contemplated|visualise|visualising|seeing"
    r"|would|keep|intend|craving|itching|rather|like to|love to|let me|visions|picturing|daydream"
    r"|daydreaming|deciding|intrusive|easy|easier|close to|talk|talks|talking|verge|stopping|stops"
    r"|no choice|desperate|determined|tells|tell|telling|need|if i|whether|easier|all i|not to"
    r"|voices|driven|pushed|close|courage|guts|nerve|strength|bottle)",
    "EASY": "(easiest|best|quickest|fastest|least painful|painless|most painless|good|nicest"
    "|kindest"
    "|surest|cleanest|gentlest|quick|easy|peaceful|most peaceful|simplest)",
    "LOOK": "(look|looking|looked|stare|staring|stared|gaze|gazing|glance|glancing)",
    "LIVE": r"(live|exist|be alive|survive|stay alive|stay here|wake up|breathe|take another "
    r"breath|(go|carry|keep) on( living)?|keep (living|going|existing|breathing|on living)"
    r"|continue( living| to live)?|live (my|this) life|be (here|around|in this "
    r"(world|life|body)|on this (earth|planet))|face (life|tomorrow|another day)"
    r"|see (tomorrow|another day))",
    "LIVING": r"(living|existing|existence|surviving|breathing|being (alive|here|in this (world"
    r"|life|body)|on this (earth|planet))|waking up|(going|carrying|keeping) on( living)?|keeping "
    r"(going|living)|staying alive|continuing( to live| living)?|life|my life|this life)",
    "ON": r"((go|carry|keep|hold|hang|keep holding|keep hanging) on|keep going|keep (doing|living"
    r"|fighting)( this)?|do (this|life)|take (it|this|much more|any more)|live( like this)?|exist"
    r"|survive( this)?|face (this|it|another day)|fight( this| it)?|cope with (life|living))",
    "WAYOUT": r"(way out|future|point|hope|way forward|escape|light at the end of the tunnel"
    r"|tomorrow|end to (this|the|my) (pain|suffering|misery))",
    # --- being dead ------------------------------------------------------------------------------
    "DEAD": "(gone|dead|not (here|around|alive|in it|in the picture|in their (life|lives)|in this "
    "world|there)|out of the (picture|way)|no more|no longer (here|around)|buried|never "
    "(born|here)|six feet under|in the ground|in my grave)",
    "DIED": "(die|died|dead|disappear|disappeared|vanish|vanished|ended it|killed myself|stopped "
    "existing|did not exist|(had |did )?never (come|came|come home|come back|turned up)|had never "
    "existed|had never been born|was never born|jumped|did "
    "not wake up|never woke up|dropped dead|kicked the bucket|passed away|went|left this "
    "world|ended my life|overdosed|hanged myself|kill myself|end it|go through with it|took "
    "my life|was DEAD|am DEAD|were DEAD|just DEAD)",
    "AWAY": "<next|on|in (?!the ground|the grave|it|their)|for (a|the|two|three|my|lunch|work)|to"
    "|away|until"
    "|from|this|at|back|abroad|over|tomorrow|by|home|later|off|out|shopping|fishing|skiing"
    "|till|all (day|week)|again|early|working|there>",
    "ATPLAY": "<in (goal|defence|midfield|the (team|band|choir|meeting|kitchen|way|group|project"
    r"|office|play|car)|charge|your)|at (the|work|this|that)|on (the|this|that|\w+day"
    "|your)|as|playing|driving|cooking|singing|there|for (the|this|a|an|once)|tonight|this"
    "|hovering|next|today|tomorrow|doing|helping|leading|if we|until|till|while|nagging|to "
    "(.. )(cook|drive|help|do)>",
    # Any words that do not bring in somebody else, another time or a "not".
    "FREE": "((?!(he|she|they|it|who|when|before|until|till|if|how|why|what|after|not|never|about"
    "|that|people"
    "|things?|something|without|with)(?!\\S))[\\w']+ ){0,6}",
    # What may stand between a wish and what is wished for.
    "GAP": "((to|be|able|allowed|go|and|me|it|all|more than anything|more than ever|so|much|bad"
    "|more|less"
    "|nothing|but|than|somehow|soon|tonight|today|here|or|a way|find|give up|curl up|lie down"
    "|lay down|crawl off|crawl away|fall asleep|for it to be over|is|for me|end this) ){0,6}",
    # --- means -----------------------------------------------------------------------------------
    "PILLS": r"(sleeping |heart )?(pill|pills|tablet|tablets|paracetamol|ibuprofen|aspirin|codeine"
    r"|meds|medication|medicine|insulin|antidepressants|painkillers|morphine|xanax|diazepam|valium"
    r"|tramadol|sertraline|bleach|antifreeze|tylenol|panadol|codamol|sleepers|benzos|opioids"
    r"|oxycodone|medicines|capsules|amitriptyline|propranolol|quetiapine|lithium|advil|nurofen)",
    "TAKE": "(take|taking|taken|took|swallow|swallowed|swallowing|neck|necked|necking|down|downed"
    "|downing|had|eat|ate|eaten|drink|drank|drinking|sink|sank|gulp|gulped|popped|inject"
    "|injected|injecting)",
    "MANY": "(all|every|every single|the (whole|rest|lot|entire)|too many|loads|handfuls?|a (whole"
    "|full|handful|load|bunch|lot|ton|bottle|box|packet|pack|fistful|stack)|whole|fistful"
    r"|twenty|thirty|forty|fifty|sixty|[2-9]\d|1\d\d)",
    "SHARP": "(knife|knives|blade|blades|razor|razors|scalpel|scissors|shard|stanley knife)",
    "HIGH": "(bridge|roof|rooftop|building|balcony|cliff|cliffs|window|car park|multi storey"
    "|multistorey|flyover|viaduct|ledge|edge|beachy head|tower|tower block|overpass|pier|dam"
    "|railing|railings|kerb|top floor|flats|platform|cathedral|silo|quarry|stairwell|storey"
    "|motorway bridge)",
    "FAST": "(train|trains|tracks|track|railway|bus|lorry|truck|traffic|motorway|tube|metro|subway"
    r"|tram|car|cars|van|hgv|dual carriageway|highway|freeway|luas|dart|\d+)",
    "WATER": "(sea|river|lake|canal|water|ocean|thames|loch|reservoir|waves|weir|tide|harbour"
    "|liffey|clyde|thames|severn|mersey|tyne|hudson|humber|shannon|lough|dock|docks|quarry|pond)",
    "HARD": "(tree|wall|bridge|cliff|lorry|truck|oncoming (traffic|lorry|car)|oncoming|traffic"
    "|river|barrier|barriers|pole|lamp ?post|central reservation|ditch|pylon|reservation"
    "|sea|lake|quay|quarry|harbour|embankment)",
    "FALL": "(jump|jumping|jumped|leap|leaping|throw|throwing|threw|hurl|hurling|fling|flinging"
    "|chuck|chucking|drop|dropping|launch|launching|yeet|yeeting|lob)",
    "STEP": "(step|stepping|stepped|walk|walking|walked|run|running|lie|lying|lay|dive|diving|go)",
    "DRIVE": "(put|putting|drive|driving|drove|steer|steering|swerve|swerving|crash|crashing|turn"
    "|turning|smash"
    "|smashing|plough|ploughing|pull|pulling|veer|veering|drift|drifting)",
    # --- hurting ---------------------------------------------------------------------------------
    "LIMB": "(arms?|legs?|thighs?|wrists?|skin|hips?|stomach|body|forearms?|hands?|shoulders?)",
    "ACCIDENT": "<shaving|on (?!purpose)|off|a|some|out|short|down|while|chopping|slicing|with (the"
    "|a) (bread|kitchen|scissors|paper|tin|grater|mandoline|saw|chisel)|in the|opening"
    "|gardening|free|loose|by (accident|mistake)|accidentally|peeling|cooking|using"
    "|making|doing|trying|picking|two|one|open|from|no|into|up|slightly|washing|trimming"
    "|any|another|enough|at|playing|lifting|falling|running|in (?!secret|private|the "
    "shower)|carrying|skiing|cycling|climbing|moving|training|jumping|dancing|during"
    "|when i (was )?(fell|trip|tripped|slipped|slicing|chopping|cooking|shaving|opened"
    "|opening|washing|peeling|making|doing|playing|lifting|climbing)|badly (on|at|while"
    "|in|playing)|if i (lift|run|play)|more by|setting|putting|fixing|building|clearing"
    "|working|digging|with the (?!razor|blade|knife|lighter)|(last week|again|badly"
    "|yesterday) (at|on|playing|in|doing|shaving|lifting|while|chopping|with the (bread"
    "|tin|saw))>",
    # --- German ----------------------------------------------------------------------------------
    "OFT": "(oft|wieder|viel|manchmal|ständig|immer|einfach|nur|gern|gerne|lieber|endlich"
    "|wirklich|am liebsten|eigentlich)",
}
