"""German: how the words treat the one who is asked, and oneself."""

from dataclasses import replace

from halved.wording.english.oneself import SELF_ATTACK
from halved.wording.english.pressure import GUILT_OR_DEBT, ULTIMATUM
from halved.wording.english.safe import UNSAFE_DETAIL
from halved.wording.english.the_other import ANSWERING_FOR_THEM, WAY_OUT_TAKES_IT_BACK
from halved.wording.german.spelling import typed
from halved.wording.looking import finds, finds_even_quoted
from halved.wording.rule import Rule, cases

_VERY = (
    "(?:(?:so|echt|total|einfach|nur|ja|eben|halt|wirklich|völlig|ein|eine|der|die|das|letzte"
    "|totale|totaler|solche|solcher|absolute|absoluter|immer|für alle|für dich) ){0,4}"
)
_THREAT = (
    r"(?:rede|sprech|spreche|red|helf|helfe) (?:ich )?(?:nie|nicht|kein wort)|(?:verzeih"
    r"|verzeihe) ich"
    r"|(?:sag|sage|erzähl|erzähle) ich (?:es )?(?:allen|deiner|deinem)|(?:sind wir|ist es|ist"
    r" unsere"
    r" freundschaft|ist alles) (?:geschiedene leute|fertig miteinander|vorbei|aus|zu ende)"
    r"|(?:verlasse|blockiere|hasse) ich dich|will ich (?:dich )?nie"
)

RULES: tuple[Rule, ...] = (
    replace(
        UNSAFE_DETAIL,
        sentence="Manche Worte hier handeln vielleicht von Gefahr, für dich oder jemand anderen.",
        suggestion="Schau zuerst unter „Help now“. Sag dann, wer nicht sicher ist, aber nicht wie.",
        look=finds_even_quoted(
            *typed(
                r"(?:bring|bringe|brächte) (?:ich )?mich (?:noch )?(?:um|selbst um)",
                r"(?:mich|sich) (?:\w{1,10} ){0,2}(?:umbringen|umzubringen|erhängen|erschießen"
                r"|aufhängen|ritzen|selbst verletzen|das leben nehmen|was antun|etwas antun)",
                r"(?:nehme|nimmt) (?:ich )?(?:mir|sich) das leben",
                r"(?:ich )?(?:ritze|verletze) (?:ich )?mich(?: wieder|"
                r" selbst)?(?=\s{0,3}(?:[.,;!?…]"
                r"|$))",
                r"(?:will|möchte|wollte|mag) (?:ich )?(?:nur noch |einfach |lieber |endlich"
                r" )?(?:nicht"
                r" mehr (?:leben|da sein|aufwachen|weiterleben|hier sein)|sterben|tot sein)"
                r"(?! vor (?:scham|lachen|langeweile|hitze))",
                r"(?:suizid|selbstmord)(?:gedanken|versuch|plan)?|suizidal",
                r"(?:ohne mich (?:wär|wäre|ginge|geht) (?:\w{1,10} ){0,5}(?:besser|leichter))",
                r"(?:wär|wäre) (?:ich )?(?:lieber|besser|am liebsten) tot",
                r"(?:hab|habe|nehme|nimmt|hat|schlucke|genommen) (?:\w{1,10} ){0,2}(?:alle|zu viele"
                r"|meine ganzen|sämtliche) (?:\w{1,10} )?(?:tabletten|pillen|schlaftabletten)",
                r"(?:überdosis|abschiedsbrief|pulsadern)",
                r"(?:spring|springe|springen|springt) (?:\w{1,10} ){0,3}(?:von der brücke|vom dach"
                r"|vor den zug|aus dem fenster)|(?:von der brücke|vom dach|vor den zug) springen",
                r"(?:mach|mache|machen) (?:ich )?(?:dem ganzen )?(?:ein ende|schluss mit allem)",
            ),
            not_after="nicht|kein|keine|buch über|film über",
        ),
        fires=cases(
            "Ich will nicht mehr leben. Kannst du mich anrufen?",
            "ich bring mich um",
            "Ich denke dauernd: „Ich möchte tot sein“. Können wir reden?",
            "Ohne mich wäre es für euch alle besser. Kommst du?",
            "Mein Sohn redet davon, sich umzubringen. Kannst du heute kommen?",
            "Ich habe alle Tabletten genommen. Kommst du?",
        ),
        silent=cases(
            "Ich bin todmüde. Kannst du heute kochen?",
            "Die Hitze bringt mich um. Hast du einen Ventilator?",
            "Ich will sterben vor Scham. Kannst du mit ihr reden?",
            "Ich bin nicht suizidal, nur müde. Kommst du am Freitag?",
            "Das Buch ist zum Totlachen. Magst du es leihen?",
            "Hast du die Tabletten zu deiner Mutter gebracht?",
        ),
    ),
    replace(
        ULTIMATUM,
        sentence="Hier steht, was bei einem Nein geschieht, und ein Ja wäre dann nicht frei.",
        suggestion="Sag, was du brauchst und bis wann, ohne Folgen für die andere Person.",
        look=finds(
            *typed(
                rf"(?:wenn|falls) (?:du|ihr|sie) [^.!?\n]{{0,80}}?(?:nicht|nein|keine?n?)"
                rf"[^.!?\n]{{0,60}}?,? (?:dann )?(?:{_THREAT})",
                rf"(?:sonst|ansonsten) (?:{_THREAT})",
                r"(?:sonst|ansonsten) (?:wirst du|kannst du was|siehst du|passiert (?:was|etwas))",
                r"(?:oder|sonst) (?:es )?(?:knallt es|gibt es ärger|gibts ärger|setzt es was)",
                r"(?:das ist )?deine (?:aller)?letzte (?:chance|warnung)(?! für)",
                r"(?:rede|spreche|red) (?:ich )?(?:nie wieder|kein wort mehr) mit dir",
            )
        ),
        fires=cases(
            "Wenn du nicht kommst, rede ich nie wieder mit dir.",
            "Wenn du nein sagst, ist unsere Freundschaft vorbei.",
            "Leih mir das Geld, sonst sage ich es allen.",
            "Das ist deine letzte Chance. Kommst du heute?",
            "falls du mir nicht hilfst sind wir geschiedene leute",
        ),
        silent=cases(
            "Wenn du nicht kannst, frage ich Cleo.",
            "Wenn du keine Zeit hast, ist das in Ordnung.",
            "Kannst du bis sechs anrufen, sonst am Sonntag?",
            "Komm bitte um sechs, sonst verpassen wir den Zug.",
            "Sie sagte „sonst rede ich nie wieder mit dir“. Können wir reden?",
        ),
    ),
    replace(
        GUILT_OR_DEBT,
        sentence="So wird Hilfe zu einer Schuld, und ein Ja aus Schuld ist nicht frei.",
        suggestion="Lass die Schuld weg, und sag einfach, was du jetzt brauchst.",
        look=finds(
            *typed(
                r"(?:das )?(?:schuldest|schuldet) (?:du |ihr )?(?:mir|uns)"
                r"(?! (?:noch )?(?:ein(?:en?)? (?:kaffee|bier|eis|essen|kuchen)|nichts|keine?|\d"
                r"|geld))",
                r"(?:das )?bist du mir (?:doch |echt |wirklich )?schuldig",
                r"nach (?:allem|alldem),? was ich (?:\w{1,12} ){0,3}(?:getan|gemacht|gegeben)"
                r" habe?",
                r"wenn (?:ich dir|wir dir) (?:wirklich |auch nur )?(?:etwas|was|irgendwas|wichtig)"
                r" (?:bedeute|bedeuten|wert|wäre|bin|sind)\w{0,3}",
                r"wenn du mich (?:wirklich |echt )?(?:lieben würdest|liebst|gern hättest|mögen"
                r" würdest)",
                r"(?:das ist )?das (?:mindeste|wenigste)(?:,? was du)",
                r"(?:das ist|ist|bist) (?:alles |ja )?deine schuld|du bist (?:doch |ja )?schuld"
                r" daran",
                r"(?:schäm|schäme) dich|dein schlechtes gewissen",
                r"ich (?:war|bin) (?:auch )?immer für dich da (?:gewesen)?",
            )
        ),
        fires=cases(
            "Das bist du mir schuldig. Kannst du am Freitag kommen?",
            "Nach allem, was ich für dich getan habe, könntest du mir das Auto leihen.",
            "Wenn ich dir wirklich etwas bedeute, kommst du heute Abend.",
            "Das ist das Mindeste, was du tun kannst. Fährst du mich?",
            "das ist alles deine schuld, also hilf mir bitte",
        ),
        silent=cases(
            "Du schuldest mir noch einen Kaffee, haha. Rufst du heute an?",
            "Du bist mir nichts schuldig. Könntest du am Freitag kommen?",
            "Er sagte „das bist du mir schuldig“. Können wir reden?",
            "Nach allem, was ich gelesen habe, ist der Kurs schwer. Erklärst du ihn mir?",
            "Es ist nicht deine Schuld. Bleibst du noch kurz?",
            "Du schuldest mir 20 Euro. Schickst du sie bis Freitag?",
        ),
    ),
    replace(
        WAY_OUT_TAKES_IT_BACK,
        sentence="Das nimmt die Frage zurück, und sie scheint dann nicht mehr wichtig.",
        suggestion="Lass den Ausweg stehen, und streich die Worte, die alles absagen.",
        look=finds(
            *typed(
                r"vergiss es(?! nicht| bitte nicht)|(?:ach,? )?vergiss(?:,? was ich|,? dass ich)"
                r" (?:gefragt|geschrieben|gesagt)",
                r"(?:ist|war) (?:auch |ja |eigentlich )?(?:nicht|unwichtig|egal|nicht so) ?wichtig"
                r"(?=\s{0,3}(?:[.!…]|$))|(?:schon |ist )egal(?=\s{0,3}(?:[.!…]|$))",
                r"ignorier(?:e)? (?:das|mich|die nachricht|diese nachricht)(?:,? (?:einfach))?"
                r"(?!,? (?:wenn|falls))",
                r"du hast (?:sicher|bestimmt|wahrscheinlich) (?:eh |sowieso |ohnehin )?(?:keine"
                r" zeit"
                r"|besseres zu tun|viel zu viel zu tun)",
                r"ich hätte (?:nicht|gar nicht) (?:fragen|schreiben) sollen",
                r"tu so,? als hätte ich nichts gesagt|schon gut,? ich schaff",
                r"(?:ach,? )?lass (?:mal )?gut sein",
            ),
            not_after="mir|ganz|ihr|ihm|uns|nicht",
        ),
        fires=cases(
            "Könntest du mich heute anrufen? Ach, vergiss es.",
            "Kommst du mit? Du hast bestimmt eh keine Zeit.",
            "kannst du mir am freitag helfen? schon egal.",
            "Könnten wir reden? Ignorier das einfach.",
            "Ich wollte fragen, ob du fährst. Ist nicht so wichtig.",
        ),
        silent=cases(
            "Bitte vergiss es nicht. Bringst du den Schlüssel?",
            "Wenn du keine Zeit hast, sag es ruhig. Rufst du am Sonntag an?",
            "Das Lied heißt „Vergiss es“. Bringst du die Platte mit?",
            "Die Farbe ist mir egal. Kannst du streichen helfen?",
            "Ignoriere diese Nachricht, wenn du schon bezahlt hast. Schaust du nach?",
        ),
    ),
    replace(
        SELF_ATTACK,
        sentence="Helfen kann man bei dem, was los ist, und weniger gegen harte Worte über dich.",
        suggestion="Sag, was geschehen ist oder was schwer ist, statt was du bist.",
        look=finds(
            *typed(
                rf"ich bin {_VERY}(?:last|belastung|idiot|idiotin|versager|versagerin|loser|niete"
                r"|nichtsnutz|dummkopf|enttäuschung|schande|schlechte[rs]? (?:mensch|mutter"
                r"|freundin"
                r"|freund|vater))",
                rf"ich bin {_VERY}(?:nutzlos|wertlos|erbärmlich|dumm|blöd|unfähig|zu nichts zu"
                r" gebrauchen|peinlich)(?! (?:in|bei|mit|im|zu))",
                r"ich (?:mach|mache|vermassel|vermassle|versau|versaue) (?:immer |auch )?alles"
                r" (?:falsch|kaputt)?",
                r"ich (?:hasse|verachte) mich(?! dafür)",
                r"ich (?:krieg|kriege|bekomme|bring|bringe) (?:auch )?(?:gar )?nichts (?:hin|auf"
                r" die"
                r" reihe|zustande)",
                r"ich falle? (?:\w{1,10} ){0,3}(?:allen|euch|dir|jedem) (?:\w{1,10} )?zur last",
            ),
            not_after="sagt|meint|denkt|glaubt|findet|sagte|dass",
        ),
        fires=cases(
            "Ich bin so nutzlos. Hilfst du mir mit dem Formular?",
            "Ich bin echt eine Last, aber könntest du mich am Freitag fahren?",
            "ich bin so ein idiot, kannst du es nochmal schicken",
            "Ich mache alles kaputt. Können wir reden?",
            "Ich falle euch allen zur Last. Kommt ihr trotzdem?",
        ),
        silent=cases(
            "Ich bin nicht dumm, aber das Formular ist lang. Liest du es mit mir?",
            "Er sagt, ich bin nutzlos. Können wir über ihn reden?",
            "„Ich bin eine Last“, schrieb sie. Besuchst du sie mit mir?",
            "Ich bin dumm in Mathe. Erklärst du mir die Aufgabe?",
            "Ich bin todmüde. Kochst du heute?",
            "Ich bin keine Last für sie. Kommst du auch?",
        ),
    ),
    replace(
        ANSWERING_FOR_THEM,
        sentence="Das gibt die Antwort, bevor die andere Person es kann.",
        suggestion="Überlass ihr die Antwort, und hör mit der Frage auf.",
        look=finds(
            *typed(
                r"(?:ich weiß|weiß schon|ich glaube|ich denke|bestimmt|sicher|wahrscheinlich),?"
                r" (?:dass )?du (?:sowieso |eh |bestimmt |sicher |wieder )?(?:sagst )?(?:nein"
                r" (?:sagst|sagen wirst)|nein|nicht (?:willst|wollen wirst)|keine lust (?:hast)?)",
                r"du (?:sagst|wirst) (?:bestimmt|sicher|sowieso|eh|wahrscheinlich|ja) (?:eh "
                r"|sowieso"
                r" )?(?:nein(?: sagen)?|ablehnen|keine lust haben)",
                r"du (?:hast|willst) (?:bestimmt|sicher|sowieso|eh|wahrscheinlich) (?:eh |sowieso"
                r" )?"
                r"(?:keine lust|nicht)",
                r"du (?:denkst|hältst mich|wirst mich) (?:bestimmt|sicher|jetzt|wahrscheinlich)"
                r"(?: jetzt)? (?:ich (?:bin|sei)|für (?:verrückt|blöd|dumm))",
                r"du hast (?:bestimmt|sicher) (?:schon )?genug von mir",
            )
        ),
        fires=cases(
            "Ich weiß, du sagst nein, aber kommst du am Freitag?",
            "Du hast bestimmt keine Lust. Kommst du mit?",
            "du sagst sicher nein. kannst du mir das auto leihen?",
            "Du hast sicher genug von mir. Darf ich dich anrufen?",
            "Ich weiß, dass du eh nicht willst. Würdest du trotzdem schauen?",
        ),
        silent=cases(
            "Du darfst nein sagen. Kommst du am Freitag?",
            "Ich weiß, dass du bis sechs arbeitest. Kommst du danach?",
            "Er sagte „du sagst sicher nein“ zu mir. Können wir reden?",
            "Du kennst meine Schwester wahrscheinlich nicht. Holst du sie vom Bahnhof ab?",
            "Ich weiß, dass du gern kochst. Kochst du am Samstag mit mir?",
        ),
    ),
)
