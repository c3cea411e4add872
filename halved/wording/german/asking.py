"""Where a German text asks for something: the clause the other person takes for the question.

As in English, one asks by naming a condition of asking: that the other can or would, that one wants
it, that one would be grateful, or by an imperative. A plain question counts when nothing else does.
"""

from halved.wording.german.spelling import typed
from halved.wording.looking import Pattern, phrase
from halved.wording.text import Span, sentences_of, small, trimmed, unquoted

_YOU = "(?:du|ihr|sie|jemand|wer|einer|eine von euch|einer von euch|irgendwer|irgendjemand)"
_SOME = r"(?:\w{1,14} ){0,4}"  # words in between
_SOFT = (
    "(?:(?:vielleicht|eventuell|evtl|bitte|mal|kurz|noch|auch|mir|dir|sehr|wirklich|dringend|gerade"
    "|unbedingt|nur|einfach|jetzt|heute|morgen|so|total|euch|ihnen|doch|eigentlich|gern|gerne)"
    " ){0,4}"
)

# Asks wherever they stand.
_ANYWHERE = phrase(
    *typed(
        # want
        rf"(?:ich|wir) (?:bräuchte|bräuchten) {_SOME}\w+",
        rf"(?:ich|wir) (?:brauch|brauche|brauchen) {_SOFT}(?:deine?n?|eure?n?|ihre?n?|hilfe|jemand"
        r"|jemanden|dich|euch|unterstützung|rat|einen rat|einen tipp|gesellschaft|begleitung)",
        rf"(?:ich|wir) (?:hätte|hätten|habe|hab|haben) {_SOFT}(?:da )?(?:eine?)"
        r" (?:große |kleine |kurze |riesige )?(?:bitte|frage|anliegen)",
        rf"(?:ich|wir) (?:hätte|hätten) {_SOFT}(?:deine?n?|eure?n?|ihre?n?|einen termin|einen rat)",
        rf"(?:ich|wir) (?:möchte|möchten|wollte|wollten|würde|würden|muss|will) {_SOFT}"
        r"(?:(?:dich|euch|sie) )?(?:\w{1,12} ){0,2}(?:fragen|bitten)",
        rf"(?:ich|wir) (?:möchte|möchten|würde|würden|wollte|will) {_SOFT}"
        r"mit (?:dir|euch|ihnen) \w{1,12}",
        rf"(?:ich|wir) (?:möchte|will|wünsche mir|hoffe|wünschte),? {_SOFT}(?:dass )?{_YOU}"
        rf" {_SOME}(?:\w+)",
        r"(?:ich|wir) (?:frage|fragen|frag|bitte|bitten) (?:dich|euch|sie|um|mich,? ob)",
        rf"(?:ich )?(?:suche|suchen) {_SOFT}(?:jemand|jemanden|eine?n? \w+ (?:der|die))",
        r"mir ist (?:die|das) \w+ zu (?:viel|schwer) allein",
        # gratitude
        rf"(?:wäre|wär|wären|fände|fänd|würde|würd) {_SOME}(?:\w+),? (?:wenn|falls) {_YOU}",
        rf"(?:freue|freuen|freuen würde|hilft|helfen) (?:\w+ ){{0,3}}\w+,? (?:wenn|falls) {_YOU}",
        # indirect
        rf",? ob (?:{_YOU}|ich bei|ich mir|ich dich|wir uns) {_SOME}"
        r"(?:kannst|könntest|könnte|könnten|kann|können|könnt|würdest|würde|würden|magst|möchtest"
        r"|hast|hättest|hätte|habt|haben|darf|dürfte|kommst|kommt|bist|willst|wärst|lust|zeit)",
        rf"(?:wenn|falls) {_YOU} {_SOME}(?:könntest|könnte|könnten|könntet|würdest|würde|würden)"
        r"(?=\s{0,3}(?:[.!?…]|$))",
        r"(?:du|ihr|sie) (?:müsstest|müsst|musst|solltest|könntest|könntet|könnten|müssten|müssen)"
        r" (?:bitte |unbedingt |vielleicht )?(?:mir|mich|uns|herkommen|kommen|vorbeikommen)",
        # courtesy that only asks
        r"bitte (?:um|melde|meld|meldet|ruf|ruft|schreib|schreibt|sag|sagt|komm|kommt|hilf|helft"
        r"|gib"
        r"|gebt|schick|schickt|bring|bringt|hol|holt|nimm|lies|lest|lass|lasst|denk|denkt|schau"
        r"|schaut|erklär|zeig|bleib|bleibt|nicht vergessen|zurückrufen|melden|anrufen|helfen"
        r"|schicken|zusenden|senden|mitbringen|bescheid|antworten|antworte|\w{3,14}en sie)",
    )
)
# Asks where a clause begins, or where the sentence is a question.
_OPENING = phrase(
    *typed(
        rf"(?:kannst|könntest|könntet|könnt|würdest|würdet|magst|möchtest|willst|wirst|können"
        rf"|könnten"
        rf"|würden|möchten|mögen|kann|könnte|würde|mag|möchte|dürfte|darf|hilfst|helft|kommst|kommt"
        rf"|fährst|machst|nimmst|bringst|holst|leihst|gibst) (?:mir |mich |uns |bitte )?{_YOU}"
        r"(?! (?:dir |euch |sich )?(?:nicht )?(?:vorstellen|glauben|denken|gern haben))",
        r"(?:darf|dürfte|kann|könnte|könnten|dürfen|dürften|soll|sollen|wollen|können) (?:ich|wir)",
        rf"(?:hast|hättest|habt|hättet|haben|hätten|hat|hätte) {_YOU} {_SOME}(?:zeit|lust|luft"
        rf"|platz"
        r"|kurz|einen|eine|ein|ne|nen|interesse|tipps?|rat|ahnung|erfahrung|heute|morgen)",
        rf"(?:bist|seid|wärst|wärt|wäre|wären|sind|ist) {_YOU} {_SOME}(?:da|frei|zuhause|zu hause"
        r"|so (?:lieb|nett|gut|freundlich)|bereit|erreichbar|in der nähe|dabei)",
        rf"(?:passt|ginge|reicht|klappt) (?:es|dir|euch|ihnen|das) {_SOME}\w+",
        r"(?:wäre|ist|wär) es (?:\w{1,12} ){0,2}(?:möglich|ok|okay|in ordnung)",
        rf"(?:kennt|kennst|weiß|weißt|wisst) {_YOU} {_SOME}(?:jemand|jemanden|wie|wo|was|wer|ob"
        rf"|eine"
        r"|einen|ein|woran|wohin|den|die|das)(?! (?:los|war)\b)",
        r"wer (?:kann|könnte|hat|hätte|mag|möchte|kennt|weiß|hilft|würde|kommt|leiht|will)",
        r"gibt es (?:\w{1,12} ){0,3}(?:jemand|jemanden|die möglichkeit)",
        # imperatives
        r"(?:ruf|ruft|hilf|helft|schick|schicke|schickt|schreib|schreibt|sag|sage|sagt|gib|gebt"
        r"|bring"
        r"|bringt|leih|leihe|leiht|erklär|erkläre|erklärt|zeig|zeige|zeigt|fahr|fahrt|hol|holt|nimm"
        r"|nehmt|begleite|begleitet|erinner|erinnere|unterstütz|unterstütze|unterstützt|besuch"
        r"|besuche|lies|lest|hör|hört|koch|mach|macht|frag|fragt|triff|erzähl)"
        r" (?:bitte |doch |mal |kurz ){0,3}(?:mir|mich|uns|bei mir|für mich|für uns|mit mir"
        r"|bescheid"
        r"|jemanden|meine?n?m?)(?! (?:nicht|doch) so)",
        r"(?:komm|kommt|schau|schaut|bleib|bleibt|sprich|sprecht|red|rede|redet|setz dich|guck|geh"
        r"|geht|wart|warte|wartet|sitz|schlaf) (?:\w{1,10} ){0,4}(?:vorbei|rüber|zu mir|zu uns"
        r"|mit mir|mit uns|bei"
        r" mir|bei uns|auf mich|auf uns|her|mit|über meine?n?)(?! gut)",
        r"(?:rufen|helfen|schicken|schreiben|senden|sagen|geben|erklären|zeigen|teilen|melden"
        r"|nehmen|lassen|kommen|bringen|unterstützen|beraten|vereinbaren|prüfen) sie (?:bitte |doch"
        r" |mir|mich|uns|sich|meine?n?m?|das|die|den|vorbei|kurz)",
        r"(?:meld|melde|meldet) (?:dich|euch)(?! (?:wenn|falls|gern|jederzeit|sobald du))",
        r"(?:sei|seid) (?:bitte )?(?:so )?(?:lieb|nett|gut) und",
        r"(?:pass|passt) (?:bitte |doch |mal |kurz )?(?:auf (?:die|den|das|meine?n?|unsere?n?))",
        r"(?:kümmer|kümmere|kümmert) (?:dich|euch) (?:bitte )?um",
        r"(?:lass|lasst) (?:uns|mich) (?:bitte |doch |mal |kurz |heute |morgen |nicht"
        r" ){0,3}\w{4,14}",
        r"(?:suche|brauche|bräuchte|brauch|suchen) (?:dringend |mal |bitte |deine |eure |eine "
        r"|einen"
        r" |ein ){0,3}(?:hilfe|rat|jemand|jemanden|unterstützung|tipps?|mitfahrgelegenheit"
        r"|begleitung|babysitter|umzugshelfer|helfer|helfende)",
        r"(?:hilfe bei|hat noch jemand|hat irgendwer|irgendwer)",
    )
)
_FILLERS = (
    "hallo|hi|hey|hej|na|moin|servus|grüß dich|guten (?:tag|morgen|abend)|und|aber|also|oder|denn"
    "|vielleicht|eventuell|evtl|bitte|sorry|ja|nein|ok|okay|ach|frage|sag mal|deshalb|deswegen"
    "|daher|darum|jetzt|du|mama|papa|leute|trotzdem|falls ja|dringend"
)
_BEGINS = Pattern(
    rf"(?:^[\W_]{{0,3}}|[,;:()–—-]|\b(?:{typed(_FILLERS)[0]}))[\s,]{{0,3}}$"
    r"|^(?:hallo|hi|hey|moin|servus|liebe|lieber|guten \w{3,6})(?: \w{2,15}){1,3}\s$"
)
_NEAR = 60  # characters in which a greeting, or a clause, has room
_FOR_ME = phrase(
    *typed(
        r"mir|mich|uns|meine?[nmrs]?|unsere?[nmrs]?|vorbei\w*|rüber|zu mir|bei mir|mit mir"
        r"|mitkommen"
        r"|kommen|helfen|herkommen|anrufen|antworten"
    )
)
_FOR_YOU = phrase(  # an offer, or kind words in the form of an imperative
    *typed(
        r"wenn (?:du|ihr|sie) (?:\w{1,12} ){0,3}(?:brauchst|braucht|brauchen)",
        r"(?:wenn|falls|ob) ich (?:dir|euch|ihnen|irgendwie|was) ?(?:\w{1,12} ){0,3}\w*(?:kann"
        r"|soll)",
        r"(?:pass|passt) auf (?:dich|euch)",
        r"lass es dir|lasst es euch|lass dich",
        r"glaub mir|sag mir nicht|frag mich nicht|frag lieber nicht|erzähl mir nichts",
        r"komm (?:gut|heil) ",
        r"(?:darf|kann|könnte|können|soll|sollen) (?:ich|wir) (?:dir|euch|ihnen)"
        r" (?:\w{1,12} ){0,2}(?:helfen|abnehmen|bringen|mitbringen|anbieten|beistehen)",
    )
)
_SMALL_TALK = phrase(
    *typed(
        r"wie geht'?s? ?(?:es )?(?:dir|euch|ihnen|so)?|wie gehts|alles (?:gut|klar|ok|okay)|na wie"
        r"|was machst du so|was geht|weißt du was|wer kennt das nicht|warum (?:immer )?ich"
        r"|wieso (?:immer )?ich|was soll ich sagen|wer weiß das schon|ist das nicht|wie immer"
        r"|wie kann man nur|echt jetzt"
    )
)


def find_ask(text: str) -> Span | None:
    """The clause or sentence that asks, or None."""
    own = unquoted(small(text))
    question = None
    for span in sentences_of(text):
        line = own[span.start : span.end]
        if _SMALL_TALK.match(line) or _FOR_YOU.search(line):
            continue
        start = _request(line)
        if start is not None:
            return trimmed(text, span.start + start, span.end)
        if question is None and _is_question(line) and " " in line:
            question = span
    return question


def _request(line: str) -> int | None:
    """Where the first request of a sentence begins."""
    asked = _is_question(line)
    anywhere = _ANYWHERE.search(line)
    opening = (found for found in _OPENING.finditer(line) if asked or _opens(line, found.start()))
    return min((found.start() for found in (anywhere, next(opening, None)) if found), default=None)


def _opens(line: str, start: int) -> bool:
    """Whether a clause begins here. After a comma the verb comes first in statements too (“if you
    like, you can go”), so there it must be about the one who writes."""
    begins = _BEGINS.search(line, max(0, start - _NEAR), start)
    after_comma = begins is not None and begins[0].strip() == ","
    return bool(_FOR_ME.search(line, start, start + _NEAR)) if after_comma else bool(begins)


def _is_question(line: str) -> bool:
    return line.rstrip("\"”’')] ").endswith("?")
