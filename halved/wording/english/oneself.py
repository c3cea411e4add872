"""English: how people speak of themselves when they ask. Nothing here judges it."""

from halved.wording.looking import finds, finds_again
from halved.wording.rule import Rule, Strength, cases
from halved.wording.text import Audience, Setting

_VERY = r"(?:(?:so|such|just|really|always|totally|completely|clearly|obviously|a|an|the|too|big"
_VERY += r"|complete|total|absolute|utter|bloody|huge|real|only|fucking|freaking) ){0,4}"
_SAID_BY_OTHERS = (
    r"say|says|said|saying|tell me|tells me|told me|say that|says that|said that|thinks|think that"
    r"|don't think|not saying|as if|pretend"
)

SELF_ATTACK = Rule(
    id="self-attack",
    strength=Strength.WORTH_A_LOOK,
    sentence="They can help with what is happening, and less with a hard word about you.",
    suggestion="Say what happened, or what is hard, in place of what you are.",
    claim="harsh-on-oneself",
    look=finds(
        rf"i(?:'m| am|'ve been| feel| feel like) {_VERY}(?:useless|pathetic|hopeless|stupid|dumb)"
        r"(?! (?:at|for|with|when|in|to ask|asking|for asking|about|question))",
        rf"(?:i'm|i am|i(?:'ve)? become|i feel like(?: i'm)?|being) {_VERY}"
        r"(?:burden|idiot|moron|loser|failure|waste of (?:space|time)|disgrace|joke of a|nuisance"
        r"|disappointment|terrible (?:person|friend|mother|father)|bad (?:person|mother|father))",
        r"i (?:always )?(?:ruin|mess up|screw up|fuck up) everything",
        r"i(?:'m| am) not (?:good enough(?! (?:at|for|in|to|with))|worth (?:it|your time|the"
        r" trouble|anyone's))",
        r"i can't (?:even )?do anything right",
        r"(?:stupid|silly|pathetic|useless) (?:old )?me",
        not_after=_SAID_BY_OTHERS,
    ),
    fires=cases(
        "I’m so useless. Could you help me with the form?",
        "I am such a burden, but could you drive me on Friday?",
        "im pathetic, can you call me tonight?",
        "I feel like a failure. Could you come by on Sunday?",
        "I ruin everything. Could we talk?",
        "I'm a complete idiot, could you send it again?",
    ),
    silent=cases(
        "I’m not useless, but this form is long. Could you read it with me?",
        "He says I’m useless. Could we talk about him?",
        "“I’m such a burden”, she wrote. Could you visit her with me?",
        "I’m useless with computers. Could you set up my phone?",
        "My cousin is pathetic at chess. Could you teach her?",
        "This form is stupid. Could you help me with it?",
        "I’m dead tired. Could you cook tonight?",
        "I’m not a burden to them. Could you come too?",
    ),
)

SELF_HATE = Rule(
    id="self-hate",
    strength=Strength.WORTH_A_LOOK,
    sentence="Words as dark as these deserve more than one message to one person.",
    suggestion="Help now is one tap away. In the ask, say how things are right now.",
    claim="harsh-on-oneself",
    look=finds(
        r"i (?:really |just |so )?(?:hate|despise|loathe|can't stand) myself"
        r"(?! (?:for|when|if) (?:asking|forgetting|eating))",
        rf"i(?:'m| am| feel) {_VERY}(?:worthless|disgusting|beyond help|unlovable)",
        r"i (?:don't|do not) deserve (?:help|to be (?:happy|here|loved)|anyone|love|any of you"
        r"|kindness)",
        r"(?:nobody|no ?one) (?:would|will) (?:miss me|care if i|notice if i)",
        r"i hate (?:being me|my life|who i am)",
        not_after=_SAID_BY_OTHERS,
    ),
    fires=cases(
        "I hate myself. Could we talk?",
        "I’m worthless. Could you call me?",
        "I don’t deserve help, but could you come?",
        "nobody would miss me. can you call",
        "I feel so disgusting, could you stay with me tonight?",
    ),
    silent=cases(
        "I hate myself for forgetting your birthday. Could we go out on Friday?",
        "The old coins are worthless. Could you look at them?",
        "I don’t deserve this cake. Could you take half?",
        "He said I’m worthless. Could you stay with me?",
        "“I hate myself” is a song of theirs. Could you play it?",
        "I hate Mondays. Could you drive today?",
    ),
)

SEVERAL_APOLOGIES = Rule(
    id="several-apologies",
    strength=Strength.FOR_INFORMATION,
    sentence="One sorry is heard; more of them can hide the question.",
    suggestion="Keep the one you mean, and try a thank-you in place of another.",
    claim="apologies",
    look=finds_again(
        finds(
            r"sorry(?! (?:to (?:hear|read|learn)|for your|about your|that you|you (?:had|are|were)"
            r"|for (?:him|her|them)))",
            r"apologi[sz]e",
            r"(?:my )?apologies",
            r"(?:please )?forgive me",
            r"(?:please )?excuse me for",
            not_after="not|feel|felt|feeling|better safe than|never say",
        )
    ),
    fires=cases(
        "Sorry to bother you, sorry it is late. Could you call?",
        "I apologise for this. I’m sorry to ask. Could you drive me?",
        "sorry, sorry, could you come again",
        "Forgive me for asking, my apologies. Could you lend me a drill?",
    ),
    silent=cases(
        "Sorry it is late. Could you call?",
        "Sorry to hear about your knee. Sorry it is late. Could you call?",
        "I’m sorry for your loss, and sorry that you are alone. Could I come by?",
        "He never says “sorry”. Sorry to ask, could we talk?",
        "I feel sorry for her. Sorry it is late, could you look in on her?",
    ),
)

SEVERAL_DISCLAIMERS = Rule(
    id="several-disclaimers",
    strength=Strength.FOR_INFORMATION,
    sentence="More than once, this says that asking is hard; whether that helps is not settled.",
    suggestion="Keep what is true for you, and see that the need is said as clearly.",
    claim="disclaimers",
    look=finds_again(
        finds(
            r"(?:i )?(?:really |so )?(?:hate|don't like|do not like|don't want) (?:to ask|asking)",
            r"i(?:'ve| have)? (?:really |normally |usually )?(?:never|don't|do not|rarely|hardly"
            r" ever) (?:usually |normally |really |ever )?(?:ask|asked"
            r"|(?:do|done) (?:this|anything like))",
            r"not the (?:type|kind|sort)(?: of (?:person|guy|girl|woman|man))? (?:who|to|that)",
            r"i wouldn't (?:usually |normally )?(?:ask|be asking)",
            r"i(?:'m| am|(?: always)? feel)(?: so| really| a bit| very)? (?:stupid|silly|bad|weird"
            r"|awkward|ashamed|embarrassed|guilty|terrible|awful) (?:to ask|(?:for |about )?"
            r"(?:asking|doing this|writing|posting))",
            r"(?:this is|it's|it is)(?: so| really| a bit| very)? (?:embarrassing|awkward|hard to"
            r" ask|hard for me to ask)",
            r"i know (?:this is|it is|it's) (?:a lot|weird|silly|stupid|out of (?:nowhere|the"
            r" blue))",
            r"i never thought i(?:'d| would) (?:have to ask|be (?:asking|here"
            r"|in this position|doing this))",
            r"asking (?:for help )?(?:is|feels) (?:hard|weird|awkward)",
        )
    ),
    fires=cases(
        "I hate to ask, and I never ask for things. Could you lend me £30?",
        "I feel silly asking. I know this is a lot. Could you come?",
        "This is embarrassing, I’m not the type to ask. Could you drive me?",
        "I don't usually do this and I hate asking, can anyone help?",
    ),
    silent=cases(
        "I hate to ask, but could you lend me £30?",
        "She never asks for help. I hate to ask her. Could you?",
        "I know this is a lot. Could you come on Friday?",
        "This is awkward to carry alone, so could you lift the other end?",
        "“I never ask,” she said, and she hates asking. Could you offer?",
    ),
)

_TO_STRANGERS = Setting(audience=Audience.STRANGER)
NOT_YOUR_VOICE = Rule(
    id="not-your-voice",
    strength=Strength.FOR_INFORMATION,
    sentence="These words could be from anyone, and they know how you speak.",
    suggestion="Say it as you would say it to them, with one thing only you two know.",
    claim="own-voice",
    look=finds(
        r"i (?:do )?(?:hope|trust)(?: that)? (?:this|my) (?:message|e-?mail|letter|note|text)?"
        r" ?(?:finds|reaches) you",
        r"(?:i'm|i am|i wanted to|i want to|i'd like to|writing to) reach(?:ing)? out(?: to you)?"
        r" (?:to|because|regarding|about|in|today)",
        r"i am writing to (?:you to )?(?:inform|request|enquire|inquire|express|kindly)",
        r"(?:do not|don't) hesitate to (?:contact|reach|get|let|call|ask)",
        r"at your earliest convenience",
        r"(?:any|your) (?:assistance|guidance|support)(?: \w{1,12}){0,4} (?:would be|is)"
        r" (?:greatly |much |deeply |sincerely )?appreciated",
        r"thank you (?:in advance )?for your (?:time and consideration|consideration"
        r"|understanding and support|kind consideration)",
        r"i wanted to take a moment to",
        r"(?:navigat(?:e|ing)|in) (?:this|these|a) (?:challenging|difficult|trying|unprecedented)"
        r" (?:times?|situation|chapter|circumstances|period)",
        r"i (?:sincerely|genuinely|deeply|truly) (?:appreciate|value) your (?:support|time|help"
        r"|consideration|friendship)",
        r"\[(?:your|my|their|friend's|recipient's|insert|first)?\s?(?:name|date|time|place|reason)",
    ),
    fires=cases(
        "I hope this message finds you well. Could you call me?",
        "I am reaching out to ask if you could drive me on Friday.",
        "Could you help? Any assistance you can give would be greatly appreciated.",
        "im reaching out because i need a hand, could you come?",
        "Could you reply at your earliest convenience?",
    ),
    silent=cases(
        "I hope you are well after all that rain. Could you call me?",
        "He never reaches out to me. Could you talk with him?",
        "The bank wrote “do not hesitate to contact us”. Could you ring them with me?",
        "In a difficult place like that I think of you. Could you call?",
        "Reach out your hand and take the rope. Could you?",
    )
    + cases("I am reaching out to ask whether a room is free.", setting=_TO_STRANGERS),
    audiences=frozenset({Audience.FRIEND}),
)

RULES_ABOUT_ONESELF: tuple[Rule, ...] = (
    SELF_HATE,
    SELF_ATTACK,
    SEVERAL_APOLOGIES,
    SEVERAL_DISCLAIMERS,
    NOT_YOUR_VOICE,
)
