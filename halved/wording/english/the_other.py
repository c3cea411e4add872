"""English: how the words treat the one who is asked. May they say no, and answer themselves?"""

from halved.wording.english.oneself import RULES_ABOUT_ONESELF
from halved.wording.english.pressure import RULES_ABOUT_PRESSURE
from halved.wording.english.safe import RULES_ABOUT_SAFETY
from halved.wording.looking import finds, finds_any, finds_in_ask, finds_without, phrase
from halved.wording.rule import Rule, Strength, cases
from halved.wording.text import Audience, Setting

_WAY_OUT = phrase(
    r"(?:if|only if|whenever|whatever) (?:you(?:'re| are)? )?(?:can|could|able|free|feel|like|want"
    r"|decide|choose|prefer|have (?:the )?(?:time|room|space|energy))",
    r"if (?:not|it(?:'s| is) (?:too much|not)|that(?:'s| is)(?: too much|n't| not))",
    r"if (?:it|that|this) (?:doesn't|does not|suits|works|fits)",
    r"if you (?:can't|cannot|can not|would rather not|say no)",
    r"if you(?:'d rather not| don't (?:want|have|feel|like|fancy))",
    r"no (?:pressure|worries|problem|hard feelings|obligation)",
    r"(?:fine|okay|ok|alright|free|welcome|allowed) to (?:say no|decline|refuse|pass)",
    r"(?:can|may|could) (?:always |also |just )?(?:say no|decline|refuse)",
    r"a no (?:is|would be)",
    r"(?:i'll|i will|i'd|i would)(?: \w{1,12})? understand",
    r"or not",
    r"don't have to",
    r"up to you",
    r"your (?:choice|decision)",
)
_PRESSING = finds(
    r"i need you to say yes",
    r"you (?:have (?:got )?to|must|need to|gotta) (?:help|come|say yes|lend|do (?:this|it)"
    r"|be there)",
    r"(?:you can't|you cannot|don't(?: you)?(?: dare)?|please don't) (?:say no|refuse|let me down)",
    r"(?:won't|will not|can't) take no for an answer",
    r"no excuses",
    r"(?:i'm|i am) (?:counting|relying|depending) on you",
    r"you(?:'re| are) (?:my|the) (?:only|last) (?:hope|chance|option|one (?:who|that) can)",
    r"(?:there's|there is|i have|i've got) (?:no ?one|nobody) else",
    r"i don't know what (?:i'll|i will|i'd) do if you (?:don't|can't|won't|say no)",
)
_WEIGHTY = finds_in_ask(
    finds(
        r"(?:lend|loan|borrow|give|spare|advance|wire|transfer)(?: \S{1,20}){0,3} (?:[£$€] ?"
        r"\d{0,3},?\d{3}|\d{0,3},?\d{3} ?(?:[£$€]|pounds|quid|euros?|dollars|bucks)|\d{1,3}k"
        r"|(?:a )?(?:few )?(?:hundred|thousand|grand))",
        r"(?:co-?sign|guarantor)",
        r"(?:move in|live|stay)(?: here| in)? with (?:me|you|us)(?: \w{1,12}){0,2} (?:for|until)",
        r"(?:every (?:single )?(?:day|night|morning|evening|weekend|week))",
        r"for (?:the next |another |about |at least )?(?:a|two|three|four|five|six|several|\d{1,2}"
        r"|a few|a couple of) (?:weeks?|months?|years?)",
        r"(?:the )?(?:whole|entire|all) (?:weekend|week|month|summer)",
    )
)
_FOR_THOSE_WHO_KNOW_ME = frozenset({Audience.FRIEND, Audience.PROFESSIONAL})

NO_WAY_OUT = Rule(
    id="no-way-out",
    strength=Strength.WORTH_A_LOOK,
    sentence="Nothing here shows that a no would be fine, and this is a lot to ask.",
    suggestion="Say once, in your own words, that they are free to say no.",
    claim="free-to-say-no",
    look=finds_without(finds_any(_PRESSING, _WEIGHTY), _WAY_OUT),
    fires=cases(
        "You have to help me on Saturday.",
        "Could you come at six? I’m counting on you.",
        "Please don't let me down, can you take the kids on Friday?",
        "Can you lend me £800 until March?",
        "Could you look after the dog for three weeks in May?",
        "Would you drive my mother to dialysis every week?",
        "Can you come on Sunday, theres nobody else.",
    ),
    silent=cases(
        "Can you lend me £800 until March? It is fine to say no.",
        "I’m counting on you, but if you can’t, tell me by noon and I ask Cleo.",
        "Could you help me carry a sofa on Saturday, about an hour?",
        "I owe the bank 2,000. Could you read the letter with me?",
        "My sister said “you have to help me” and hung up. Could you talk?",
        "I was away for three weeks. Can you tell me what I missed?",
        "You must be careful on the stairs. Could you bring the lamp?",
    ),
    audiences=_FOR_THOSE_WHO_KNOW_ME,
)

WAY_OUT_TAKES_IT_BACK = Rule(
    id="way-out-takes-it-back",
    strength=Strength.WORTH_A_LOOK,
    sentence="This takes the question back, so they may think that it no longer matters.",
    suggestion="Keep the way out, and leave out the words that call the question off.",
    claim="direct-asking",
    look=finds(
        r"never ?mind"
        r"(?! (?:the|that|what|how|about|if|whether|him|her|them|a|my|your|driving|doing))",
        r"nvm",
        r"(?:just )?forget (?:it|i (?:asked|said anything|wrote))",
        r"(?:you can |please |just |feel free to )ignore (?:this|me|my (?:message|text))"
        r"(?! (?:if|e-?mail|message if|text if))",
        r"you(?:'re| are) (?:probably|surely|bound to be|no doubt) (?:far |way |much )?too busy",
        r"(?:i'm|i am) sure you(?:'re| are) (?:far |way |much )?too busy",
        r"you(?:'ve| have)? (?:probably |surely )?(?:have |got )?better things to do",
        r"(?:actually|anyway|sorry),? (?:don't worry about it|don't bother|it doesn't matter)",
        r"(?:i )?shouldn't have (?:asked|written|said anything)",
        r"pretend i (?:never|didn't) (?:ask|asked|write|wrote)",
        not_after="i'd|would|always"
        "|don't|do not|never|ever|can't|cannot|to|not|i|we|you|people|they",
    ),
    fires=cases(
        "Could you call me tonight? Never mind, it’s nothing.",
        "Would you come with me? You’re probably too busy.",
        "can you help me move on friday? nvm",
        "I wanted to ask if you could drive me. Forget it.",
        "Could we talk? Just ignore this.",
        "Can you ring me? youre probably too busy",
    ),
    silent=cases(
        "Never mind the mess when you come. Could you bring boxes?",
        "Please don’t forget it. Could you bring the key?",
        "I will never forget it. Could you come again on Friday?",
        "I’d never mind driving you. Could you drive me this time?",
        "If you’re too busy, say so. Could you call me on Sunday?",
        "The song is called “Never Mind”. Could you bring the record?",
        "Please ignore this if you have already paid. Could you check?",
    ),
)

ANSWERING_FOR_THEM = Rule(
    id="answering-for-them",
    strength=Strength.FOR_INFORMATION,
    sentence="This gives their answer before they can.",
    suggestion="Leave the answer to them, and end with the question.",
    claim="let-them-answer",
    look=finds(
        r"i (?:know|bet|guess|suppose|expect|assume|figure)(?: that)? you(?:'ll| will|'re going to"
        r"| are going to)? (?:probably |just |only )?(?:say no|refuse|turn me down|hate this)",
        r"i (?:know|bet|guess|suppose|assume)(?: that)? you(?: probably)? (?:won't|don't|wouldn't)"
        r" (?:want|care|feel like|have (?:the )?time|like)",
        r"you(?:'ll| will)? (?:probably|surely|no doubt|bound to) (?:just )?(?:say no|refuse"
        r"|hate (?:me|this)|think (?:i'm|i am|it's|this is)|laugh)",
        r"you (?:probably|surely) (?:won't|don't|wouldn't|can't) (?:want|care|have (?:the )?time"
        r"|feel like|help|be able|like)",
        r"you(?:'ll| will) (?:only |just )?(?:say no|refuse)",
        r"you(?:'re| are) (?:probably )?(?:going to|gonna) (?:say no|refuse)",
        r"(?:i'm|i am) (?:pretty |quite )?sure you (?:don't|won't|wouldn't) (?:want|have (?:the"
        r" )?time"
        r"|feel like)",
        r"you(?:'ll| will) think (?:i'm|i am)",
        r"you must be (?:sick|tired|fed up) (?:of|with) me",
        r"you won't want to(?! miss)",
    ),
    fires=cases(
        "I know you’ll say no, but could you come on Friday?",
        "You probably don’t want to. Could you come with me?",
        "You must be sick of me by now. Could I call you?",
        "i bet youll refuse. can you lend me the car?",
        "You’ll think I’m silly, but could you wait with me?",
        "You won’t want to, but could you look at my essay?",
    ),
    silent=cases(
        "You can say no. Could you come on Friday?",
        "I know you will be at work until six. Could you come after that?",
        "He said “I know you’ll say no” to me. Could we talk about him?",
        "You probably don’t know my sister. Could you meet her at the station?",
        "You don’t have to say no right away. Could you think about it?",
        "I know you like maths. Could you look at my homework?",
    ),
)

PAYING_A_FRIEND = Rule(
    id="paying-a-friend",
    strength=Strength.FOR_INFORMATION,
    sentence="Money can turn a favour into a job.",
    suggestion="Think about whether thanks, or something you do together, fits you two better.",
    claim="paying-friends",
    look=finds(
        r"(?:i'll|i will|i'd|i would|i can|i could|(?:happy|glad|willing) to)"
        r" (?:of course |gladly |happily |also )?pay you"
        r"(?! back| for (?:the |your )?(?:petrol|gas|fuel|train|bus|ticket|tickets|parking|taxi"
        r"|food|flight|material|materials|parts|paint|costs?|expenses))",
        r"(?:i'll|i will|i can|i could|i'd) give you (?:[£$€] ?\d{1,6}|\d{1,6} ?(?:[£$€]|pounds"
        r"|quid|euros?|dollars|bucks))",
        r"name your price",
        r"(?:how much|what) (?:would|do|will) you (?:charge|want for it)",
    ),
    fires=cases(
        "Could you watch Mia on Friday? I’ll pay you.",
        "Could you help me paint? I can give you £20.",
        "Can you fix my bike, name your price",
        "Would you walk the dog? Im happy to pay you for it.",
    ),
    silent=cases(
        "Could you lend me £20? I’ll pay you back on Friday.",
        "Could you drive me? I’ll pay you for the petrol.",
        "My boss won’t pay you for that. Could you ask him?",
        "They said “I’ll pay you” and never did. Could you read the contract?",
        "I can’t pay you, and I could do with a hand on Friday.",
    )
    + cases(
        "Could you clean on Friday? I’ll pay you.", setting=Setting(audience=Audience.STRANGER)
    ),
    audiences=frozenset({Audience.FRIEND}),
)

_STRANGER = Setting(audience=Audience.STRANGER)
PASSING_IT_ON = Rule(
    id="passing-it-on",
    strength=Strength.FOR_INFORMATION,
    sentence="Most strangers do not expect anything back.",
    suggestion="If it is true, you can say that you will help someone else when you can.",
    claim="passing-it-on",
    look=finds_without(
        finds(
            r"(?:pay|paying) (?:you|it|them|u|y'all|(?:who|whom)ever) (?:all )?back",
            r"(?:repay|reimburse) (?:you|whoever|them|anyone|the)",
            r"make it up to (?:you|whoever)",
        ),
        phrase(
            r"(?:pay|paying|pass|passing) (?:it|this|the \w+|that)? ?(?:forward|on|along)",
            r"help (?:out )?(?:someone|somebody|others?|another)(?: else)?",
            r"(?:return|repay) (?:the|this|your) (?:favou?r|kindness) to",
        ),
    ),
    fires=cases(
        "Could someone lend me a drill? I will pay you back in beer.",
        "Could anyone send us a meal? I’ll repay you on Friday.",
        "Can somebody drive me? I’ll make it up to you.",
        "We need a pram for a month. Can anyone lend one? I'd be paying it back in plums.",
        setting=_STRANGER,
    ),
    silent=cases(
        "Could someone lend me a drill? I’ll pay you back, and pass it on when I can.",
        "Could anyone send us a meal? I will pay it forward.",
        "Could someone help me pay the rent?",
        "He said “I’ll pay you back” and left. Could someone advise me?",
        setting=_STRANGER,
    )
    + cases("Could you lend me £20? I’ll pay you back on Friday."),
    audiences=frozenset({Audience.STRANGER}),
)

RULES_ABOUT_THE_OTHER: tuple[Rule, ...] = (
    *RULES_ABOUT_SAFETY,
    *RULES_ABOUT_PRESSURE,
    WAY_OUT_TAKES_IT_BACK,
    NO_WAY_OUT,
    *RULES_ABOUT_ONESELF,
    ANSWERING_FOR_THEM,
    PAYING_A_FRIEND,
    PASSING_IT_ON,
)
