"""English: words that press. A yes that comes from guilt, fear or a test is not a free one."""

from halved.wording.looking import finds
from halved.wording.rule import Rule, Strength, cases

GUILT_OR_DEBT = Rule(
    id="guilt-or-debt",
    strength=Strength.MUST_SEE,
    sentence="This makes the help a debt, and a yes to a debt is not free.",
    suggestion="Leave out the debt, and say plainly what you need now.",
    claim="plain-respect",
    look=finds(
        r"you(?: still| really| kind of)? owe (?:it to )?me"
        r"(?! (?:(?:an? )?(?:\w{1,10} )?(?:coffee|tea|beer|drink|pint|cake|hug|lunch|dinner|pizza"
        r"|call|dance|story|letter)|nothing|no|[£$€]|\d|from|for the|money))",
        r"after (?:all|everything|all the (?:things|times))(?: that)? (?:i've|i have|i) (?:ever )?"
        r"(?:did|done|do|gave|given|helped|been (?:through|there))",
        r"if you (?:really |ever |even |actually )?(?:cared|gave a damn)(?! (?:for|to))",
        r"if you (?:really |ever |even |actually )?(?:cared (?:for|about)|loved) (?:me|us)",
        r"(?:it's|this is|that's) the (?:very )?least you (?:can|could)",
        r"(?:it's|this is|it is) (?:all |partly )?your fault",
        r"(?:remember|don't forget)(?: that| when| who)? (?:i|was it that|it was me)(?: who)?"
        r" (?:helped|drove|saved|looked after)",
        r"i(?:'ve| have) always been there for you",
        r"you should (?:feel|be) (?:guilty|ashamed|bad)",
        r"(?:shame on you|you'll regret|thanks for nothing|don't you (?:even )?care)",
        r"(?:i would|i'd) (?:never|not) (?:treat you|say no to you|let you down)",
        not_after="not that|don't think|never say|never said|doesn't mean",
    ),
    fires=cases(
        "You owe me. Could you come on Friday?",
        "After everything I’ve done for you, could you lend me the car?",
        "If you really cared, you would come over tonight.",
        "It’s the least you can do. Could you drive me?",
        "This is your fault, so could you fix it by Monday?",
        "could you come? i'd never let you down",
        "Remember I helped you move? Could you help me now?",
    ),
    silent=cases(
        "You owe me a coffee, ha. Could you call tonight?",
        "You don’t owe me anything. Could you come on Friday?",
        "I owe you one. Could you help once more?",
        "He told me “you owe me” again. Could we talk?",
        "If you cared for my plants until Sunday, I could travel.",
        "You owe me £20. Could you send it by Friday?",
        "After all I read about the course, I am lost. Could you explain it?",
        "It isn’t your fault. Could you stay a while?",
    ),
)

_THREAT = (
    r"(?:i'll|i will|i'm going to|i am going to|i'm gonna|we'll|we will) (?:just |simply )?"
    r"(?:never (?:speak|talk|forgive|trust|see|help|visit|forget|call)|not (?:speak|talk|forgive"
    r"|help)|stop (?:talking|speaking|seeing|helping)|tell (?:everyone|everybody|your|mum|mom|dad)"
    r"|leave you|end (?:this|us|it with|things)|make (?:you|sure you)|hate you|block you|cut you"
    r"|show everyone|post (?:it|the|your))"
)
ULTIMATUM = Rule(
    id="ultimatum",
    strength=Strength.MUST_SEE,
    sentence="This says what happens if they say no, so a yes would not be free.",
    suggestion="Say what you need and by when, and leave out what you would do to them.",
    claim="plain-respect",
    look=finds(
        r"or else(?=\s{0,3}(?:[.!?…\n]|\Z))",
        rf"or,? (?:{_THREAT}|i tell (?:everyone|everybody|mum|mom|dad|your \w{{1,10}})"
        r"|(?:we're|we are|you and i are) (?:done|through|finished|over))",
        rf"or else,? (?:{_THREAT}|you(?:'ll| will) (?:see|regret|be sorry))",
        rf"(?:if you (?:don't|do not|won't|can't|cannot|say no|refuse)|unless you)"
        rf"[^.!?\n]{{0,80}}? {_THREAT}",
        r"(?:if you (?:don't|do not|won't|can't|say no|refuse)|unless you)[^.!?\n]{0,80}?"
        r" (?:we're|we are|it's|you and i are|our friendship is|this friendship is)"
        r" (?:done|through|finished|over)",
        r"(?:i'm|i am) (?:done|through|finished) with you",
        r"(?:this is|it's) your (?:very )?last (?:chance|warning)(?! to (?!prove|make|show))",
        r"(?:i'll|i will|i'm) (?:never|not) (?:ever )?(?:speak|talk|speaking|talking) to you"
        r" (?:again|ever)",
        r"(?:don't|never) (?:you )?(?:ever |even )?(?:talk|speak|write|come|bother talking) to me"
        r" (?:again|ever)",
    ),
    fires=cases(
        "Be here at six, or else.",
        "If you don’t come I will never speak to you again.",
        "If you say no, we’re done.",
        "Unless you lend me the money I’ll tell everyone.",
        "This is your last chance. Could you come tonight?",
        "if you wont help me ill never forgive you",
        "Either you come or I tell Mum.",
        "If you don’t lend me the car, I’m done with you.",
    ),
    silent=cases(
        "If you can’t come, I’ll ask Cleo.",
        "If you don’t mind, I’ll come at six.",
        "Could you call before six, or else on Sunday?",
        "Come at six or else we miss the train.",
        "Tell me by six, or I’ll ask Cleo.",
        "We are done with the kitchen. Could you help with the hall?",
        "She said “or else” and left. Could we talk?",
        "If you can’t make it, I will never hold it against you.",
        "If you don’t have time, it’s fine.",
        "This is your last chance to see the show. Do you want my ticket?",
    ),
)

ACCUSING = Rule(
    id="accusing",
    strength=Strength.WORTH_A_LOOK,
    sentence="Words like these are heard as blame, and blame asks for a defence.",
    suggestion="Say what you need this time, and leave out what was.",
    claim="plain-respect",
    look=finds(
        r"you never (?:ever )?(?:call|listen|help|answer|reply|have (?:any )?time|care|visit|come"
        r"|text|write|think (?:of|about) (?:me|us|anyone)|show up|bother|make (?:any )?time|do"
        r" anything|ask (?:me|how i|about))(?! (?:me )?with empty)",
        r"you(?:'re| are) never (?:there|around|here)(?! (?:on|at|in|before|after))",
        r"you always (?:say no|forget|ignore|cancel|let (?:me|us) down|blame|make excuses"
        r"|complain|disappear|run away|find an excuse"
        r"|have (?:an excuse|something better|better things))",
        r"(?:you (?:obviously|clearly) (?:don't|do not|can't|have no|haven't|think|forgot|never"
        r"|only)|(?:obviously|clearly),? you (?:don't|do not|can't|have no|never|think|only))",
        r"you (?:couldn't|can't|didn't|don't) even (?:be bothered|bother|call|ask|care|answer)",
        r"(?:that's |it's |how )?(?:so )?typical of you",
        r"as usual,? you (?:forgot|forget|didn't|don't|never|weren't|have no)",
        not_after="if|when|how|why do|because|know|hope|not that|say|think",
    ),
    fires=cases(
        "You never call. Could you come on Sunday?",
        "You always cancel, so could you please be there this time?",
        "Obviously you don’t have a minute. Could you look at this?",
        "You couldn’t even be bothered to answer. Can you drive me?",
        "you're never there. can you come tonight?",
    ),
    silent=cases(
        "You never know, could you ask your boss?",
        "You always make me laugh. Could you call tonight?",
        "You never ask for anything, and now I do. Could you come?",
        "He said “you never listen”. Could we talk about it?",
        "It’s not that you never call. Could you come on Sunday?",
        "She never listens. Could you talk with her?",
        "Obviously the bus was late. Could you pick me up?",
        "You are never there on Fridays, so could you come on Sunday?",
    ),
)

TESTING_THEM = Rule(
    id="testing-them",
    strength=Strength.WORTH_A_LOOK,
    sentence="This makes the question a test of them, so they cannot say no to it alone.",
    suggestion="Ask for the one thing you need, and leave what they are to you out of it.",
    claim="plain-respect",
    look=finds(
        r"if you(?:'re| are| were)(?: really| actually| truly)? (?:a |my )?(?:real |true |good"
        r" |proper |decent |best )?(?:friends?|brother|sister|family|mate)(?:,| at all| you)",
        r"(?:a|any) (?:real|true|proper) (?:friend|brother|sister|mate|parent|partner) would",
        r"a good (?:friend|brother|sister|mate|partner) would (?:help|come|be there|say yes|never"
        r"|not|do)",
        r"prove (?:to me )?(?:that )?(?:you(?:'re| are| care| love)|your (?:love|friendship))",
        r"(?:now |then )?(?:i'll|i will) (?:see|know|find out) (?:who my|if you're|if you are)"
        r"(?: (?:really|actually))?(?: a| my)? (?:real |true )?friends?",
        r"are you (?:even|really) (?:a|my) (?:real |true )?(?:friend|brother|sister)",
        r"if (?:i|we|our friendship) (?:mean|means|meant) (?:anything|something) to you",
    ),
    fires=cases(
        "If you were a real friend, you would come. Can you?",
        "A true friend would help me. Could you lend me the car?",
        "Prove that you care. Could you come tonight?",
        "if our friendship means anything to you, can you drive me?",
        "Can you come? Then I’ll know who my real friends are.",
    ),
    silent=cases(
        "You are a real friend. Could you come on Friday?",
        "If you were a teacher, how would you mark this?",
        "A good friend would like to meet you. Could you come at six?",
        "They said “if you were a real friend” to her. Could we talk?",
        "Could you help me prove that your dog was not there?",
        "If you are with family, call me later. Could you?",
    ),
)

COMPARING = Rule(
    id="comparing",
    strength=Strength.WORTH_A_LOOK,
    sentence="Holding them against others says that a no would be a failing.",
    suggestion="Ask them for what they can give, and leave the others out.",
    claim="plain-respect",
    look=finds(
        r"(?:(?:any|every)(?:one|body) else|others|other (?:people|friends|mothers|fathers|parents"
        r"|families|brothers|sisters)|normal people|any(?:one| person)? decent(?: person)?"
        r"|any normal person) (?:would|could)(?: have)? (?:help|helped|come|came|say yes|said yes"
        r"|drop|dropped|lend|lent|be there|been there|do (?:it|this|that)|done (?:it|this|that))",
        r"(?:everyone|everybody) else (?:helps|has helped|helped|said yes|has said yes|is helping)",
        r"why can't you (?:just )?be (?:more )?like",
        r"unlike you,",
        r"(?:your (?:sister|brother|mother|father|wife|husband)|he|she) (?:would )?"
        r"(?:never (?:says|said|say) no|have said yes)(?! to (?:cake|a))",
    ),
    fires=cases(
        "Anyone else would help. Could you come on Friday?",
        "Other friends would have come by now. Can you?",
        "Why can’t you be more like Cleo? Could you call?",
        "everyone else said yes. can you come too?",
        "Your sister never says no. Could you drive me?",
    ),
    silent=cases(
        "Everyone else has gone home. Could you stay?",
        "Someone else would be fine too. Could you ask around?",
        "Others would join us. Could you come on Friday?",
        "My boss says “anyone else would do it”. Could you help me answer him?",
        "She never says no to cake. Could you bake one?",
        "If anyone else would like the room, could you tell me?",
    ),
)

SECRECY = Rule(
    id="asks-for-secrecy",
    strength=Strength.WORTH_A_LOOK,
    sentence="A secret with nobody to turn to is one more thing for them to carry.",
    suggestion="Say what should stay between you, and leave them one person they may talk to.",
    claim="plain-respect",
    look=finds(
        r"(?:promise|swear)(?: me| to me)?(?: that)?(?: you(?:'ll| will))? (?:you (?:won't"
        r"|will not) (?:ever )?tell|not to tell|never to tell|never tell)",
        r"(?:nobody|no ?one) (?:must|may|can|should) (?:ever )?(?:know|find out)(?! how)",
        r"(?:you (?:must not|mustn't|can't|cannot|may not)|don't you dare|never ever)"
        r" (?:ever )?tell (?:anyone|anybody|a soul|my|mum|mom|dad)",
        r"don't (?:ever )?tell (?:anyone|anybody|a soul)(?! (?:about the (?:party|surprise)|it's a"
        r" surprise))",
    ),
    fires=cases(
        "Could we talk? Promise you won’t tell anyone.",
        "Could you drive me to the clinic? Nobody must know.",
        "You can’t tell anyone. Could you lend me £50?",
        "dont tell a soul. can you come tonight?",
    ),
    silent=cases(
        "Please keep this between us. Could you come on Friday?",
        "Could you bake a cake? Don’t tell anyone about the party.",
        "You can tell anyone you like. Could you spread the word?",
        "He said “don’t tell anyone”. Could you help me decide?",
        "Nobody can hear me in here. Could you call?",
        "I didn’t tell anyone. Could you come with me?",
    ),
)

RULES_ABOUT_PRESSURE: tuple[Rule, ...] = (
    ULTIMATUM,
    GUILT_OR_DEBT,
    ACCUSING,
    TESTING_THEM,
    COMPARING,
    SECRECY,
)
