"""What takes words of danger back: a "not", a story, a joke, work, and others who have died."""

import re

from halved.safety.gentle.meaning import phrase
from halved.safety.gentle.spelling import Sentence
from halved.safety.gentle.vocabulary import words

_NEGATED = re.compile(r"(?:^| )(?:not|never|no|nor|without|hardly|neither|nothing to)(?: |$)")
# A "not" after which the words still mean what they say.
_STILL_MEANT = phrase(
    "not promise .. not|not sure .. i will not|not guarantee .. not",
    "(can|could|do) not (seem to )?(stop|help|quit|resist|shake|wait|escape|face|get .. out "
    "of my head)",
    "not (stopped|stop|gone a day|go a day)",
    "(try|trying|tried|hard|fighting|promised|promise|struggling|trusted|trust) (hard )?not to",
    "(promised|swore) .. i (would|will) (not|never)|not as such",
    "should not (be|feel|have|want|think|be feeling|be having)|not (told|tell|said|admitted)",
    "(reasons?|point in|why|why i should|why should i|reason i have|reason i am|thing i have"
    "|only) not",
    "(reason|thing) .. (have|am|did) not",
    "have not .. yet",
    "why (should|would|do|did|have) i not",
    "(see|know) why i should not",
    "not (know|sure|certain|tell|say|decide|explain) .. (if|whether|how|why|what|when|where"
    "|who|anyone)",
    "not (only|the first)",
    "not (a|one) (day|night|hour|minute)",
    "not (think|see|find|want|do) .. (except|but|other than|anything else)",
    "not sleep",
    "not (been|felt) this",
    "reason i should not",
    "can not( be)? ?$",
    "not .. able to stop",
    "not (want|need|care about|after) .. attention",
    "no (one|idea|way|day|night|choice|option|other)",
    "never (stop|stopped)|never (wanted|felt) .. (more|much)",
    "not feel like living",
    "not want to (be here|live|be alive|feel) .. want",
    "not .. until",
)
# What after the words says that they are meant, "not" or no "not".
_MEANT = re.compile(
    r" (?:(?:(?:as|this|more) )?(?:much|more|badly|bad)(?: |$)"
    r"|(?:, )?but (?:i )?(?:can not|do not (?:see|know)|think|might|keep|want|there is))"
)
_REACH = 8  # words over which a "not" reaches
_SAID_NOT = phrase(
    "not (that|because|saying|say|said|think|thinking|thought|mean|meaning|believe|claiming"
    "|as if|like|suggesting)( that)?( i)?",
    "never (said|thought|felt|think|say)( that)?( i)?",
)
# What is made up, wherever it stands in the sentence, and what only counts near the words.
_STORY = phrase(
    "lyrics?|chorus|verse|characters?|villain|respawn|hamlet|romeo|juliet|ophelia"
    "|shakespeare|macbeth|minecraft|fortnite|sims|zelda|tetris|netflix|spoilers?|plot|titled"
    "|quotation|proverb|meme|headlines?|karaoke|actor|actress|boss fight|dungeon|speedrun"
    "|eastenders|corrie|hollyoaks|t-shirt|mug|screenplay|audition|rehearsal"
    "|protagonist|heroine|stanza|saying goes|improv|dnd|cosplay|monologue|act (one|two|three"
    "|four|five)|nirvana|radiohead|billie eilish|tattoo|poster|slogan|joke|crossword"
    "|scrabble|pub quiz"
)
_TOLD = phrase(
    "(in|from|of|about|at|during|the|a|this|that|my|called|new|an|old|sad|by|one|favourite) "
    "(.. )(films?|movies?|finale|songs?|album|band|book|novel|novels|play|opera|episode|series|show"
    "|sitcom|game|poem|musical|chapter|scene|comic|manga|anime|story|script|sketch|soap"
    "|podcast|documentary|playlist|bbc|newspaper|article|track|ballad|record)",
    "(film|movie|song|novel|poem|quotes?|story|sings?|sang|singing)",
    r"as \w+ (put it|said|wrote|says|once said)",
    "quoted|(is|was) (my|his|her) .. answer",
    "(had|having) (a |an |this |that |the )?.. (dream|dreams|nightmare|nightmares)",
)
_TRIVIAL = words(
    """
    homework essay exam exams maths algebra physics chemistry meeting meetings spreadsheet
    spreadsheets mondays mornings commute queue traffic printer hangover hungover revision
    assignment playlist song ad advert adverts autocorrect wifi tax taxes bus hold music ikea
    flatpack outfit tiktok video pun puns joke jokes coursework dissertation quiz gym burpees
    squats pe cramps email emails lecture presentation slides paperwork form forms assembly
    crossword wordle level stairs recipe instructions cleaning ironing dishes hoovering deadline
    deadlines training jury bleach chores washing zoom teams powerpoint excel spin treadmill
    hiit queues parking
    """
)
_MAKES_ME = phrase(
    "(makes?|made|making|have|having|had) (me|us) (want to|feel like|lose|wanting to)",
    "(lose|losing|lost) the will",
    "(would|will) (kill|hang|shoot|top|drown) myself if|could (kill|hang|shoot|drown|top) myself",
    "dead by .. (deadline|if)",
)
_IF_AGAIN = phrase(
    "if (he|she|they|anyone|someone|i|you|my \\w+) (says?|sings?|plays?|tells?|mentions?|sends?"
    "|asks?|posts?|hear|see"
    "|puts?|have to (hear|see|sit|watch|do|listen|go)) ... (again|once more|another|one more|more)"
)
_EMBARRASSED = words(
    """
    embarrassed embarrassing embarrassment embarrassingly cringe cringed cringing cringy
    mortified mortifying awkward blushed blushing farted tripped hiccups karaoke microphone
    unmuted muted zoom flies giggles laughed laughing laugh laughter hilarious hysterics shame
    humiliating
    """
)
_ROMANCE = words(
    """
    relationship boyfriend girlfriend marriage engagement contract tenancy subscription meeting
    friendship dating affair divorce fiance fiancee breakup him her lease membership call
    partnership feud argument strike
    """
)
_OPERATED = words("operation operations surgery surgeon anaesthetic anaesthetist theatre op scan")
_PLAYED = words(
    """
    bungee charity abseil abseiling parachute paragliding coasteering tombstoning stunt skydive
    skydiving wetsuit snorkel swim swimming zipline sponsored trampoline kayak paddleboard
    splash summer lads holiday dare lifejacket fun parkour
    """
)
_PASSED = phrase(
    "(killed|hanged|shot|drowned|poisoned|hung) (himself|herself|themselves)",
    "(took|taken|ended) (his|her|their) (own )?life",
    "(committed|died by|death by|passed by|dead by|lost .. to|(death|victim|survivor"
    "|survivors|after|loss) .. (of|to|by|from)) suicide",
    "(his|her|their|'s|whose) .. suicide",
    "(his|her|their|'s|fatal) overdose",
    "inquest|(a|the) funeral|funeral (was|of)|buried|widow|bereaved|bereavement|anniversary"
    "|coroner|lost (him|her"
    "|them|my|our|a) .. to|died (of|by|from)|passed away",
)
_STUDIED = phrase(
    "essay|dissertation|thesis|lectures?|seminar|module|course|training|workshop|webinar"
    "|exam|textbook|coursework|presentation|assembly|leaflets?|campaign|charity|fundraiser"
    "|fundraising|marathon|research|statistics|policy|politicians?|parliament|bill|vote"
    "|referendum|mp|debate|minister|career|political|commercial|social|financial|squad"
    "|volunteer|volunteering|volunteers|first aid|inset|safeguarding|conference|report"
    "|survey|journalist|history|sociology|durkheim|museum|novelist|poet|plath|camus|philosophical"
    "|philosophy|cobain|woolf"
    "|assisted|news|radio|newspaper|the paper|vaccine|bomber|bombing|isis|teach|teaching"
    "|curriculum|public health|study shows|one of my (patients|clients|customers|students|pupils)"
)
# What was long ago, and what tells that it is over.
_LONG_AGO = phrase(
    "used to|(many |some |ten |twenty |thirty |forty |\\d+ )?years ago|(a )?long (time )?ago|back "
    "(then|in)"
    "|once|when i was (a |at |in )?(\\w+ )?(teenager|young|younger|school|university|student|child"
    "|kid"
    "|sixteen|seventeen|eighteen|nineteen|twenty|\\d\\d)|in my (teens|twenties|thirties|youth)|at "
    "(fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|\\d\\d)|as a (teenager|student|young \\w+)"
)
_PAST = phrase(
    "was|were|had|used to|wanted|tried|took|attempted|felt|overdosed|cut|selfharm|stopped|hurt|used"
)
_OVER = phrase(
    "i am (well|better|fine|happy|happier|ok|okay|glad|grateful|clean|alive)(?= (and|to|that|it"
    "|i)(?!\\S)|$| ,)"
    "|(that|it) (has )?(passed|is over)|glad that i|grateful .. that i failed|a happy \\w+|have "
    "not (for|in) years|life is (good|great)"
    "|(well|better|fine|happy|happier|glad|grateful|recovered|clean) (now"
    "|today|that it failed"
    "|it failed|to be (here|alive)|i am (here|alive))|(now|today) i (am|feel|have|can|want|love) "
    ".. (well|better"
    "|fine|good|happy|glad|grateful|love|life)|glad i (did not|failed|stayed|am (here|alive))"
    "|recovered"
    "|(behind|past) me|in the past|i do not anymore|not bother me|glad it (did not|never)|these "
    "days i (?!(want|feel|think|am))|good life|(so "
    "|and )?grateful|(stopped|gave up|quit) .. years ago|(not|never) (felt|done|had|thought|wanted"
    "|feel) .. (since|anymore|now)"
)
_MOVING = phrase(
    r"retir\w+|contract ends|leaving do|moving (house|to|away|home)|emigrat\w+|colleagues|office"
    r"|airport"
    "|last (day|week|shift) (at|on|in|of)|class|shift|flight|plants|garden|tomatoes|bins|post|mail"
    "|leaving (this|the) (company|job"
    "|school|ward|team)"
    "|station"
)
_BY_WORD = {"embarrassed": _EMBARRASSED, "played": _PLAYED, "operated": _OPERATED}
_BY_PHRASE = {
    "studied": _STUDIED,
    "bereaved": _PASSED,  # somebody has died of it: then it is grief, and another question
    "story": _STORY,
    "moving": _MOVING,
}
_CLAUSE_ENDS = re.compile(r" (?:and|but|so|now|because) i ")
_NEAR = 160  # characters around a place that count as near it


class Circumstances:
    """What a sentence, and the whole text, say about the words in it; each thing is looked up once,
    so that time stays linear however often the words come."""

    def __init__(self, sentence: Sentence, whole: str) -> None:
        self.text, self.joking = sentence
        self.whole = whole
        self.said = frozenset(self.text.split())
        self._known: dict[str, bool] = {"joking": self.joking}

    def excuse(self, name: str) -> bool:
        """Whether an excuse that a meaning names holds here."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> bool:
        if name in _BY_WORD:
            return not self.said.isdisjoint(_BY_WORD[name])
        if name in _BY_PHRASE:
            return bool(_BY_PHRASE[name].search(self.text))
        match name:
            case "romance":
                return not self.said.isdisjoint(_ROMANCE) and "life" not in self.said
            case "hyperbole":  # a queue that makes one lose the will to live
                light = self.joking or not self.said.isdisjoint(_TRIVIAL)
                return bool((light and _MAKES_ME.search(self.text)) or _IF_AGAIN.search(self.text))
            case "over":
                told = _PAST.search(self.text) and _LONG_AGO.search(self.whole)
                return bool(told and _OVER.search(self.whole))
        raise KeyError(name)


def is_taken_back(clause: str, after: str) -> bool:
    """Whether a "not" in the clause before the words says the opposite."""
    head, i, own = f" {clause}".rpartition(" i ")
    if _MEANT.match(after):
        return False
    if i and _SAID_NOT.search(" ".join(head.split()[-4:])):
        return True
    own = own if i else clause
    own = " ".join(own.split()[-_REACH:])
    return bool(_NEGATED.search(own)) and not _STILL_MEANT.search(clause)


def is_told(place: re.Match[str]) -> bool:
    """Whether a film, a song or a game stands in the clause around the words."""
    sentence = place.string
    before = _CLAUSE_ENDS.split(sentence[max(0, place.start() - _NEAR) : place.start()])[-1]
    after = sentence[place.end() : place.end() + _NEAR]
    return bool(_TOLD.search(before) or _TOLD.search(after))
