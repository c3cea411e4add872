"""How English clauses begin, and which questions want an answer."""

import re

from halved.wording.english.requests import words_of

# Words that may stand before what a clause really begins with.
FILLERS = words_of(
    "hi hey hello dear oh ah well okay yes yeah yep no so then but anyway also just maybe perhaps "
    "possibly plus because kindly basically honestly actually sorry thanks otherwise mum mom dad "
    "mate love sis bro guys folks friends everyone all darling honey dude quick question ps fyi "
    "really seriously instead now again like um er erm and p s"
)
# After these a clause begins though no sign stands between.
LINKS = words_of("so then but because anyway plus otherwise")
# A clause that begins with one of these belongs to the main clause after it.
FRONTED = words_of(
    "if when whenever once as before after since because while until unless although though given "
    "on at in this next tomorrow today tonight for to from by with during sometime later monday "
    "tuesday wednesday thursday friday saturday sunday assuming should anytime any"
)
# A verb right after one of these is not an imperative.
CLAIMING = words_of(
    "i you he she it we they who that which to will would can could should must may might shall "
    "didnt dont doesnt did does do cant couldnt wouldnt wont shouldnt not never people friends "
    "parents kids everyone nobody always even wed a an the my your his her our their of or helped "
    "help helps let lets make makes made had has have in from on at for by with about is was are "
    "were be been being ever only often"
)
# After one of these, "and call me" goes on with what somebody else does.
SUBJECTS = words_of(
    "he she they it we i will would to should must can could who didnt doesnt might"
)

# What a question opens with that wants an answer …
ANSWERABLE = re.compile(
    r"(?:what|which|who|whom|when|where|how|why|do|did|didnt|dont|does|is|isnt|are|arent|was|were|"
    r"have|has|had|will|wont|would|wouldnt|can|cant|could|couldnt|should|shall|may|might|any|you|"
    r"we|make sense|need|free|up|around|want|got|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|tomorrow|tonight|today|coffee|lunch|dinner|tea|drinks|or)(?![^ ])"
)
# … from the reader, or about what both share.
SHARED = re.compile(
    r"(?<![^ ])(?:you|your|yours|we|us|our|me|my|i|this|that|the|it|there|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|tomorrow|tonight|today)(?![^ ])"
)

# Greetings, small talk, questions to oneself, offers and tags: nothing is wanted but a word.
SMALL_TALK = re.compile(
    r"(?:(?:hi|hey|hello|dear|oh|ah|so|and|but|well|okay|anyway|please|yes|no|now|\w+ ,|,) )*(?:"
    r"how (?:are|is) (?:you|things|life|everything|it|everyone|the|your|work|all)|how was|how did|"
    r"how (?:have|has) |how do you do|what is (?:up|new|the point|wrong|going on|happening)|"
    r"guess what|you know what|know what|who (?:knows|cares|am i)|why (?:me|am i|do i|cant i|is it|"
    r"does|did i|would i|should i)|what (?:can i say|am i|a |have i|did i)|(?:can|could|would) you "
    r"(?:believe|imagine)|are you (?:okay|well|good|sure|kidding|serious|joking|all right|ready|"
    r"tired|looking|sick|having|a)|is (?:it|this) (?:just me|your|me)|how (?:could|can|dare|come|"
    r"many times|much more|often) |remember|do you (?:remember|ever|need help|need any|want help|"
    r"want me)|did you (?:have|enjoy|sleep|hear|see)|have you (?:had|been|ever|heard)|am i|want to|"
    r"need |looking for|tired of|ready to|already |isnt|what else can i|really|right|huh|what ,?$|"
    r"how can (?:i|we) help|(?:can|may|could|shall|should) (?:i|we) (?:help|get you|bring you|"
    r"offer)|wouldnt it|doesnt it|why not|does (?:she|he|that)|did (?:she|he)|what ,|wasnt|"
    r"arent we|whose|where did it|when will (?:it|this)|does (?:it|anyone even)|will (?:it|this)|"
    r"did i|was (?:it|i)|nice|good)(?![^ ])"
)

# "If you want …, click …" serves the reader: advice or an offer, not an ask.
FOR_THE_READER = re.compile(
    r"(?:(?:and|but|so|also|now|\w+ ,|,) )*(?:(?:if|should) you (?:(?:would|do|still|also|no|"
    r"really|not|dont|longer|ever|just|should|happen to) ?)*(?:want|wish|prefer|need|like|enjoy|"
    r"would|have (?:any |a )?(?:other |further |more )?(?:questions?|concerns?|comments?|problems?|"
    r"issues?|received|been|trouble)|are (?:having|interested|looking|unable|not)|received|"
    r"feel|see|experience|encounter|choose|think you have)|"
    r"(?:in order )?to (?:ensure|make sure|opt|unsubscribe))(?![^ ])"
)
# … unless it comes back to the writer: "if you want to come, call me".
TOWARDS_THE_WRITER = re.compile(r"(?:\w+ ){0,4}(?:me|my|us)(?![^ ])")
