"""How English clauses begin, and which questions want an answer."""

from halved.wording.english.notation import any_of, words_of
from halved.wording.looking import Pattern

# Words that may stand before what a clause really begins with.
FILLERS = words_of(
    "hi hey hello dear oh ah well okay yes yeah yep no so then but anyway also just maybe perhaps "
    "possibly plus because kindly basically honestly actually sorry thanks otherwise mum mom dad "
    "mate love sis bro guys folks friends everyone all darling honey dude quick question ps fyi "
    "really seriously instead now again like um er erm and p s or"
)
# After these a clause begins though no sign stands between.
LINKS = words_of("so then but because anyway plus otherwise")
# A clause that begins with one of these belongs to the main clause after it.
FRONTED = words_of(
    "if when whenever once as before after since because while until unless although though given "
    "on at in this next tomorrow today tonight for to from by with during sometime later monday "
    "tuesday wednesday thursday friday saturday sunday assuming should anytime any"
)
# Words of the asking clause that may stand before what makes it ask: "I was only wondering".
LEADING = words_of(
    "i we it that this am is was are were have been had would will just really also so just still "
    "be do did when where what who which how only someone some thing on maybe perhaps"
)
# What asks after its subject, unless turned around: "a hand would be great", "would you …".
AFTER_SUBJECT = words_of("would will might may")
TURNED_AROUND = words_of(
    "you someone somebody anyone anybody everyone one any either both i we it that this there"
)
# A verb right after one of these is not an imperative.
CLAIMING = words_of(
    "i you he she it we they who that which to will would can could should must may might shall "
    "didnt dont doesnt did does do cant couldnt wouldnt wont shouldnt not never people friends "
    "parents kids everyone nobody always even wed a an the my your his her our their of or helped "
    "help helps let lets make makes made had has have in from on at for by with about is was are "
    "were be been being ever only often"
)
# Written with a capital right after a verb, these make it a title; days and names would not.
SMALL_IN_TITLES = words_of(
    "me us my our the a an this that it him her them his your some up out to"
)
CONTINUING = words_of("and also just then always usually still")
# After one of these, "and call me" goes on with what somebody else does.
SUBJECTS = words_of(
    "he she they it we i will would to should must can could who didnt doesnt might"
)

# What a question opens with that wants an answer.
ANSWERABLE = Pattern(
    any_of("""
        what which who whom when where how why do did didnt dont does is isnt are arent was were
        have has had will wont would wouldnt can cant could couldnt should shall may might any you
        we make_sense need free up around want got monday tuesday wednesday thursday friday
        saturday sunday tomorrow tonight today coffee lunch dinner tea drinks or thoughts comments
        interested agreed deal sound sounds help""")
)

# Greetings, small talk, questions to oneself, offers and tags: nothing is wanted but a word.
SMALL_TALK = Pattern(
    any_of("""
        how_are_you how_are_things how_are_the how_are_your how_is_life how_is_everything how_is_it
        how_is_the how_is_your how_is_work how_is_everyone how_was how_did how_have how_has
        how_do_you_do how_could how_can_you how_can_he how_can_she how_can_it how_can_they how_dare
        how_come how_can_i_help how_can_we_help how_many_times how_much_more how_often
        what_is_up what_is_new what_is_the_point what_is_wrong what_is_going_on what_is_happening
        what_can_i_say what_am_i what_a what_have_i what_did_i what_else_can_i you_know_what
        who_cares who_knows who_am_i why_me why_am_i why_do_i why_cant_i why_is_it why_does
        why_did_i why_would_i why_should_i why_not where_did_it when_will_it when_will_this
        can_you_believe could_you_believe would_you_believe can_you_imagine could_you_imagine
        would_you_like_some would_you_like_a would_you_like_an would_you_like_help
        would_you_like_more would_you_like_me_to would_you_like_anything would_you_like_another
        are_you_okay are_you_well are_you_good are_you_sure are_you_kidding are_you_serious
        are_you_joking are_you_all_right are_you_ready are_you_tired are_you_looking are_you_sick
        are_you_having are_you_a do_you_remember do_you_ever do_you_need_help do_you_need_any
        do_you_want_help do_you_want_me did_you_have did_you_enjoy did_you_sleep did_you_hear
        did_you_see have_you_had have_you_been have_you_ever have_you_heard shall_i can_i_help
        may_i_help could_i_help can_we_help can_i_get_you may_i_offer can_i_offer can_i_bring
        is_it_just_me is_this_just_me is_it_your is_this_your is_this_me isnt arent_we wasnt
        wouldnt_it doesnt_it does_it does_anyone_even does_she does_he does_that did_she did_he
        did_i was_it was_i am_i will_it will_this want_to need right""")
)

# "If you want …, click …" serves the reader: advice or an offer, not an ask.
FOR_THE_READER = Pattern(
    r"(?:(?:\w+ ,|,|(?:and|but|so|also|now)(?! ,)) )*(?:(?:if|should) you "
    r"(?:(?:would|do|still|also|no|really|not|dont|longer|ever|just|should|happen to) ?)*"
    r"(?:want|wish|prefer|need|like|enjoy|"
    r"would|have (?:any |a )?(?:other |further |more )?(?:questions?|concerns?|comments?|issues?|"
    r"received|been)|are (?:having|interested|looking|unable|not)|received|"
    r"feel|see|experience|encounter|choose|think you have)|"
    r"(?:in order )?to (?:ensure|make sure|opt|unsubscribe))(?![^ ])"
)
# … unless it comes back to the writer: "if you want to come, call me".
TOWARDS_THE_WRITER = Pattern(
    r"(?:\w+ ){0,4}(?:me|my)(?![^ ])|(?:let|give|tell) us|"
    r"give a (?:call|ring|shout|holler|buzz)"
)

# What only machines write: who reads it is told, not asked.
MACHINE = Pattern(
    r"(?<![^ ])(?:address book|unsubscribe|safe (?:sender|list)|your inbox|mailing list|"
    r"email in error)(?![^ ])"
)
# What shops write.
COMMERCIAL = Pattern(
    r"(?<![^ ])(?:discounts?|coupons?|sale|win an?|save \d+|(?:one|for) free|deals|percent)(?![^ ])"
)
