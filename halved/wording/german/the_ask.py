"""German: whether there is a question, what is asked, and when."""

from dataclasses import replace

from halved.wording.english.the_ask import HINT_ONLY, NO_ASK
from halved.wording.english.what_and_when import NO_TIME, VAGUE_OBJECT
from halved.wording.german.spelling import typed
from halved.wording.looking import (
    Pattern,
    ask_ends_in,
    finds_ask_if,
    finds_hint,
    finds_no_ask,
    phrase,
    sentence_of_ask,
)
from halved.wording.rule import Rule, cases
from halved.wording.text import Text

_HINT = Pattern(
    phrase(
        *typed(
            "muss schön sein",
            "(?:andere|manche) (?:leute )?(?:haben|bekommen|kriegen) (?:wenigstens |immer )?hilfe",
            "(?:niemand|keiner) (?:hilft|fragt|kümmert|merkt|interessiert|meldet)",
            "(?:wenn|würde|hätte) (?:doch|nur|wenigstens|bloß) (?:mal )?(?:jemand|einer|wer)",
            "wäre (?:schon |ja |mal )?(?:schön|nett),? wenn (?:mal )?(?:jemand|einer)",
            "(?:irgendwie )?muss ich (?:das |es )?(?:wohl |halt |eben )?(?:allein|selbst|alleine)",
            "(?:schaff|schaffe|mach|mache) (?:ich )?(?:das |es )?(?:schon |halt |eben |wohl )"
            "(?:irgendwie|allein|alleine|selbst)",
            "na ja,? egal|naja,? egal|ist ja auch egal|egal,? ich",
            "wie immer",
            "falls (?:zufällig )?(?:jemand|einer|wer) (?:zufällig )?(?:\\w{1,12} ){0,4}(?:hat|ist"
            "|wäre)",
        )
    ).pattern
    + r"|(?:\.\.\.|…)\s*$"
)
_AGAIN = (
    "(?: (?:bitte|mal|irgendwie|vielleicht|gerade|ein bisschen|ein wenig|dabei|damit|bei allem"
    "|mit allem|mit dem ganzen|mit sachen|wieder|kurz)){0,3}"
)
_VAGUE = Pattern(
    r"\b(?:"
    + "|".join(
        typed(
            rf"(?:mir|uns|mich|etwas|hilfe|deine hilfe|eure hilfe|ihre hilfe){_AGAIN}"
            rf"(?: (?:helfen|unterstützen|beistehen|tun|machen|brauchen|gebrauchen)){_AGAIN}",
            rf"hilf (?:mir|uns){_AGAIN}",
            rf"(?:bräuchte|brauche|brauch){_AGAIN} (?:deine |eure |ihre |etwas |ein bisschen )?"
            r"(?:hilfe|unterstützung)",
            r"(?:einen gefallen(?: tun)?|für mich da sein|hilfst du (?:mir|uns))",
        )
    )
    + r")(?: (?:kannst|könntest|könnt|können|kann|könnte|würdest))?[\s?!.…]*$"
)
_TO_DO = phrase(
    *typed(
        r"(?:umzieh|umzug|fahr|trag|trage|schlepp|repar|les|lies|schreib|ausfüll|koch|einkauf|putz"
        r"|aufräum|streich|pack|abhol|aufpass|hüt|leih|druck|bewerb|kündig|übersetz|buch|zahl"
        r"|bezahl"
        r"|lern|antrag|formular|brief|prüfung|steuer|miete|rechnung|termin|krankenhaus|arzt|ärztin"
        r"|computer|laptop|handy|drucker|passwort|kisten|sofa|schrank|auto|zug|amt|behörde)\w{0,14}"
    )
)
_TIED_TO_A_TIME = phrase(
    *typed(
        r"(?:vorbei|mit|her|rüber)(?:kommen|kommst|kommt)|komm(?:st|t)? (?:\w{1,10} ){0,3}(?:vorbei"
        r"|mit|rüber)",
        r"(?:fahren|fährst|begleiten|abholen|besuchen|treffen|aufpassen|babysitten|hinfahren"
        r"|mitfahren|hinbringen)",
        r"(?:pass|passt|passen|hol|holst|holt) (?:\w{1,12} ){1,5}(?:auf|ab)",
        r"(?:beim|mit dem) (?:umzug|umziehen|tragen|streichen|packen|putzen|aufbauen) (?:\w{1,10} )"
        r"{0,2}helfen|hilfst? (?:\w{1,10} ){1,2}(?:beim|mit dem) (?:umzug|tragen|packen)",
    )
)
_TIME = phrase(
    *typed(
        r"(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|mo|di|mi|do|fr|sa|so"
        r" um \w{1,6}|wochenende\w?",
        r"heute|morgen|übermorgen|jetzt|gleich|bald|nachher|später|sofort|irgendwann|demnächst",
        r"(?:vor|nach)?mittags?|abends?|morgens?|nachts?|nacht|früh|feierabend|vormittags?",
        r"\d{1,2}[:.]\d\d|\d{1,2} uhr|(?:um|gegen|ab|bis|nach|vor) (?:\d{1,2}|eins|zwei|drei|vier"
        r"|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zum|zur|dem|der|ende|anfang)",
        r"\d{1,2}\.(?: ?\d{1,2}\.)?|januar|februar|märz|april|mai|juni|juli|august|september"
        r"|oktober"
        r"|november|dezember",
        r"(?:diese|nächste|kommende|jede|pro|in einer)[nrs]? (?:woche|monat|tag|jahr|stunde)",
        r"(?:wann|sobald|während|solange|wenn du (?:zeit|kannst|da bist))",
    )
)


def _vague(text: Text) -> bool:
    """Asks for help as such, and no word of the text tells what would be done."""
    return ask_ends_in(text, _VAGUE) and not _TO_DO.search(text.own)


def _without_time(text: Text) -> bool:
    tied = _TIED_TO_A_TIME.search(text.own, *sentence_of_ask(text))
    return bool(tied) and not _TIME.search(text.own) and not _vague(text)


RULES: tuple[Rule, ...] = (
    replace(
        NO_ASK,
        sentence="Vielleicht merkt niemand, dass du etwas möchtest, denn wir fanden keine Frage.",
        suggestion="Füge einen Satz hinzu, der fragt. Wenn er schon da ist, lass es so.",
        look=finds_no_ask(_HINT),
        fires=cases(
            "Bei mir ist es gerade schwierig, und das Auto ist kaputt.",
            "Hallo Ben, das Krankenhaus hat angerufen. Papa geht es nicht gut.",
            "ich hab die miete nicht zusammen und am ersten ist sie faellig",
            "Mama ist gestürzt. Ich bin bis sechs bei der Arbeit.",
        ),
        silent=cases(
            "Das Auto ist kaputt. Kannst du Lena morgen zur Schule fahren?",
            "Ok, danke dir.",
            "Niemand hilft mir hier, und ich bin müde und allein.",
            "Mama ist gestürzt. Ich bräuchte deine Hilfe beim Einkaufen.",
            "",
        ),
    ),
    replace(
        HINT_ONLY,
        sentence="Hier muss die andere Person raten, was du möchtest, und rät vielleicht falsch.",
        suggestion="Sag, was los ist, und bitte dann in einem Satz darum.",
        look=finds_hint(_HINT),
        fires=cases(
            "Wieder ein Wochenende allein mit den Kisten. Muss schön sein, Leute zu haben.",
            "Niemand fragt, wie es mir geht mit alldem.",
            "Ich bin so müde von allem hier. Na ja, egal",
            "Die Kinder sind wieder krank, und ich muss morgen arbeiten…",
            "Schaffe ich das halt irgendwie allein, so wie letztes Jahr.",
        ),
        silent=cases(
            "Niemand hilft mir beim Umzug. Könntest du am Samstag kommen?",
            "Das Auto ist kaputt, und die Werkstatt hat bis Montag zu.",
            "Na ja.",
            "Sie sagte „niemand hilft mir“ und ist dann mit dem Auto weg.",
        ),
    ),
    replace(
        VAGUE_OBJECT,
        sentence="So weiß die andere Person nicht, wozu sie ja sagen würde.",
        suggestion="Nenne eine Sache, etwa einen Weg, einen Brief oder eine Stunde.",
        look=finds_ask_if(_vague),
        fires=cases(
            "Seit Mai ist alles furchtbar. Könntest du mir helfen?",
            "Kannst du mir einen Gefallen tun?",
            "ich braeuchte deine hilfe",
            "Hilf mir bitte.",
            "Ich bin ganz allein damit. Würdest du für mich da sein?",
        ),
        silent=cases(
            "Könntest du mir helfen, ein Sofa zu tragen?",
            "Ich muss am Samstag umziehen. Könntest du mir helfen?",
            "Kannst du mir mit dem Antrag helfen?",
            "Der Drucker frisst meine Briefe. Kannst du mir helfen?",
            "Seit Mai ist alles furchtbar.",
        ),
    ),
    replace(
        NO_TIME,
        sentence="Ohne Tag oder Uhrzeit kann niemand nachsehen, ob es passt.",
        suggestion="Nenne einen Tag oder eine Uhrzeit, etwa Donnerstag nach der Arbeit.",
        look=finds_ask_if(_without_time),
        fires=cases(
            "Könntest du mich zum Krankenhaus fahren? Der Bus fährt dort nicht.",
            "Magst du vorbeikommen?",
            "kannst du auf mia aufpassen",
            "Ich habe viele Kisten. Kannst du mir beim Umzug helfen?",
        ),
        silent=cases(
            "Könntest du mich am Donnerstag zum Krankenhaus fahren?",
            "Magst du heute Abend vorbeikommen?",
            "Kannst du von 5 bis 7 auf Mia aufpassen? Es geht um den 3. Mai.",
            "Kannst du mir sagen, wie du das gemacht hast?",
            "Die Kisten stehen im Flur.",
        ),
    ),
)
