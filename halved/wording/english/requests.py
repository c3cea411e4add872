"""The ways English asks, as tables: what a request is made of, and what only looks like one.

After Searle, people ask by naming what makes asking reasonable: that the other can (ability), that
they would (willingness), that the speaker wants it (want), would thank for it (gratitude), that it
is due (obligation); or by simply doing it (imperative, performative). A proposal asks for something
together, a question for an answer.

Notation: `<a b_c>` is one of the words or phrases "a", "b c"; `@name` is one of a list of words
below; `~` is any number of softening words ("please", "maybe"); the rest is a regular expression.
Every gap is bounded, so that a way costs the same in any text. A way opens with one of the words of
its first list. After "#" stand the words that must not come right before it.
"""

import re
from enum import Enum, auto
from typing import NamedTuple


class Place(Enum):
    """Where a way of asking counts."""

    ANYWHERE = auto()
    CLAUSE = auto()  # where a clause begins
    QUESTION = auto()  # where a clause begins, in a sentence with a question mark
    FREE = auto()  # an imperative: where no subject before it claims the verb
    HEAD = auto()  # an imperative: where the main clause begins, after a name or "if you can"


class Way(NamedTuple):
    """One way of asking: the words it may open with, and the form it has from there on."""

    words: frozenset[str]
    form: re.Pattern[str]
    not_after: frozenset[str]
    place: Place


# --- lists of words -------------------------------------------------------------------------------

_SOFTENING = """
please also maybe perhaps possibly kindly just still really very so at_least by_any_chance ever
then both all guys definitely certainly greatly desperately badly probably actually only urgently
honestly much truly kind_of sort_of quite now either simply quickly
"""

_LISTS = {
    "you": """
        you someone somebody anyone anybody everyone everybody one_of_you any_of_you both_of_you
        either_of_you some_of_you""",
    # What people do together.
    "meet": """
        meet talk discuss speak chat get_together catch_up go_out go_over go_for go_to go_through
        go_and sit_down visit grab hang_out hang have_a have_an have_some have_one have_lunch
        have_dinner have_coffee have_another come join see_you see_if touch_base work_with do_lunch
        schedule arrange set_up plan walk eat spend follow_up gather get_in_touch get_a watch play
        do_something""",
    # What people need from others, as a thing.
    "help": """
        you your someone somebody anyone anybody people help volunteers a_volunteer a_hand some_help
        any_help a_bit_of_help a_little_help a_lift a_ride advice some_advice company some_company
        a_bit_of_company a_favour a_babysitter a_place_to somewhere_to a_copy more_details some_more
        details feedback information input an_answer a_reply a_friend one_of_you a_chat a_shoulder
        a_loan a_recommendation support some_support another_pair a_second_pair a_hug a_call
        an_appointment""",
    # What asking itself is called.
    "find": """
        to_ask to_know to_see_if to_see_whether to_check_if to_check_with to_check_whether to_invite
        to_request to_borrow to_hear_from to_hear_your to_hear_what to_find_out to_inquire
        to_enquire to_confirm to_follow_up to_get_your to_make_sure_you to_see_you to_propose
        to_suggest to_pick_your to_come to_stay_with to_stay_at to_be_with_you""",
    "good": """
        good great nice lovely helpful useful wonderful amazing brilliant fun cool worthwhile
        fantastic awesome perfect ideal kind best better""",
    # What one can be told to do for or with the speaker: "… me".
    "towards": """
        call ring text phone email mail message fax send give tell help show lend bring get pick
        meet join remind teach keep find drive drop take advise inform wake buy make copy forward cc
        contact leave loan hand pass hold write_to explain_to invite update walk include sit_with
        come_with come_see come_get listen_to stay_with talk_to speak_to be_with wait_for back_to
        hug do answer save catch grab shoot ping fill have""",
    # What one can be told to do at all, to one of the objects.
    "doing": """
        call ring text phone email mail message send give tell help show lend bring get pick meet
        join remind keep find drive drop take check ask look see make come go pop swing stop stay
        have hold put set leave move add remove include copy cc fax forward pass print prepare
        review read write reply respond answer confirm schedule arrange book cancel change fix sort
        clean wash cook feed walk water watch mind collect fetch deliver carry lift sign fill submit
        provide advise explain describe consider contact coordinate draft ensure finish handle
        invite itemize notify plan pray pull push resend return revise run share speak talk think
        turn use verify wait wake work figure try be do discuss forget remember reach""",
    "object": """
        me us my our the a an this that these those it him her them his their your some any all
        everyone someone both one out up in over by around back with to if for at on off down away
        into about after before whether what when where who how which and sure not each monday
        tuesday wednesday thursday friday saturday sunday tomorrow today tonight here home soon
        early later quickly asap yourself another two three""",
    # What a name follows: "ask Joseph".
    "saying": "ask tell give contact invite remind show send remember email call",
    # What only sounds like asking: offers, musings, courtesies, what machines say, good wishes.
    "offer": """
        help offer get_you bring_you give_you make_you do_anything_for do_something_for
        do_anything_to_help be_of just_say say_that be_honest not""",
    "musing": "believe imagine guess blame rather see_why look_at_that not",
    "courtesy": """
        note find_attached find_enclosed find_below find_the accept excuse forgive pardon enjoy bear
        be_aware be_advised be_assured be_careful keep_in_mind feel_free do_not_hesitate
        dont_hesitate dont_worry do_not_worry dont_feel do_not_reply dont_reply do_not_respond
        take_care believe rest_assured know understand god dont_get_me_wrong see_attached see_below
        see_enclosed see_the stand_by no stop_it""",
    "machine": """
        click tap unsubscribe opt_out press add_us add_to follow_the_instructions use_the_link
        rate_us rate_our like_us follow_us print_or try_again""",
    "wish": """
        see_you let_you be_safe be_well have_a_good have_a_great have_a_nice have_a_lovely
        have_a_safe have_a_happy have_a_wonderful get_well get_better keep_well keep_up stay_safe
        save keep_in_mind look_forward talk_to_you talk_soon get_to_know take_care""",
    # Before "I need" these make it part of something else: "all I need", "if I need".
    "relative": """
        that what which whatever things stuff everything anything something all if when whenever
        why where who whom do did does until unless wherever information person one""",
}

# --- the ways -------------------------------------------------------------------------------------

_ANYWHERE = r"""
<can could will would cant couldnt wont wouldnt>~ @you~
    (?!@musing|like <help some more a_hand me_to>)\w # how why only neither nor never as than

<can could may might>~ (?:i|we)~ (?!@offer)\w
    # how why what who where when as only than neither nor wherever if

<would will is was> <it that there this>(?: be)?~ <okay possible all_right fine too_much any
    convenient a_way a_chance a_good_time someone anyone somebody anybody something_you anything_you
    a_problem>

<i we>(?: am| are| have been)?~ <need want would_like would_love require could_do_with could_use
    could_really_use wanted would_prefer would_need will_need would_rather wouldnt_mind
    would_not_mind wanting looking_for seeking begging asking desperate_for in_need_of after
    hoping_for would_value would_welcome>(?: to have| to get| to find)?~
    (?:@help|@find|to @meet) # @relative

<i we>(?: will)? (?:need|want|would like) (?:this|these|that|it|them|the \w+|all \w+)(?: \w+){0,3}
    <done finished back sent by asap today tomorrow> # @relative

<i we am>(?: am| are| would| have| had to| have to| must)?~ <ask asking request suggest suggesting
    recommend propose proposing beg inviting invite urge writing_to_ask calling_to_ask
    writing_to_request writing_to_see calling_to_see writing_to_enquire writing_to_inquire>
    (?!<him her them myself>)\w # @relative as

<would will i we>(?: would| will)?~ (?:appreciate|value|welcome)
    <it any your a an hearing having the you some if> # if that

<would will>~ be(?: <so very really most much greatly truly a also eternally forever super just>)*
    <appreciated grateful thankful obliged indebted>

<would will>~ (?:be(?: \w+){0,3}|help(?: \w+){0,3}|mean(?: \w+){0,4}|make \w+ \w+|love it|like it
    |love|prefer it) if (?:@you|i could|we could|we can|i can|there)(?![^ ])

<would might may could>~ be~ @good~(?: for us| if we could| if we| for you| for me)?(?: to)?~
    (?:@meet|<have_you have_someone have_somebody hear_from hear_your know get_your get_some_help
    having_you>)

<be>~ (?:glad|happy|pleased|delighted|free|available)~ to
    <meet discuss join_you talk get_together reschedule chat have_lunch>

<am>~ (?:available|free|interested)(?: to| in) <discuss meet talk talking meeting speaking
    discussing>

<wondering wondered wonder curious>(?: ,)? (?:if|whether)(?: \w+){0,3}? <you someone somebody anyone
    anybody we i_could i_can i_might there it_would_be_okay it_is_possible it_would_be_possible
    it_might_be_possible it_was_okay>

<wondering wondered curious> <what how when where who about could would can>(?: \w+)?
    <you your i_could to we>

<hoping hoped hope>(?: that)?~ (?:(?:@you|we)(?: two| all| both| guys)* <can could might would>
    (?! <tell see understand have feel find>)|to (?:<get_your borrow have_you hear see_you
    find_someone get_some>|@meet)|for <your some a_hand a_lift help advice>) # he she they

<see know> (?:if|whether) (?:you|someone|anyone)(?: \w+)? <could can might would want are were have>
    # dont didnt not never you

<do> @you~ <know mind have_any have_a have_time have_ten have_five have_some have_an fancy happen
    think_you think_we think_i want_to feel_like reckon have_the want_us>
    # what how why when where who which

<are> @you~ <free around able available up_for home coming willing interested going in_town about
    at_home good_at okay_to okay_with okay_for happy_to here awake any_good in_later in_tonight
    doing_anything busy using good_for in_on planning_to> # how why if

<please>~ (?!@courtesy|@machine|<just_about everyone the your my even him her them>)\w
    # to will can would might
"""

_CLAUSE = r"""
<shall should> we~ \w

<need needing looking seeking wanted require could>(?: for| do with| use| really use)?~
    (?:@help|<to_ask to_talk to_see_you>)

<any> (?:\w+ ){1,9}<appreciated welcome helpful great useful help_a_lot>

<is are> there~ <any anyone someone anybody somebody a_chance a_way a_time something_you some_way
    anything_you something_else_you an_agenda a_possibility>

<anyone anybody someone>(?: else)? <free around know able up_for got want fancy available going
    interested have here in home willing who_can who_could mind>

<any> (?:\w+ )?<chance way idea ideas possibility thoughts>

<you> <free around up_for available couldnt wouldnt_happen dont_happen mind dont_mind by_chance
    dont_know_anyone>

<fancy want> (?:to )?<a some coming going doing meeting getting lunch coffee dinner helping come go
    meet grab hang get join catch talk play watch walk help eat have>

<mind okay> if i(?![^ ])

<think reckon suppose> you <could can might>

<lets>~ (?!<say face see hope be not just_say you me him them us people users>)\w

<how what>(?: is)? about(?![^ ])

<what> if <we you>

<why> <dont wont> <we you>

<how> <would do> you feel about(?![^ ])

<we>~ <could can should shall might_want_to all_need_to>~ @meet

<we>~ need to (?!<thank say be go get_going>)\w

<if> @you~ <could would wouldnt_mind>~ (?!<have be like only rather ask prefer see>)\w

<you>~ <will_need may_want might_want need have_got have should must ought could may_need can might
    may>(?: to)?~ <call email send come tell contact talk leave give bring let make_sure coordinate
    look_at help get_back ask phone text ring reply respond write return check discuss>

<help>(?: ,| please|$)
"""

_QUESTION = r"""
<do did have does> (?:you|anyone|anybody|someone)(?: \w+)? (?!need <help any anything me>
    |want <help me some to_help>|<remember ever believe even see_that hear>)\w

<are is> (?:you|anyone|anybody|someone|somebody) (?!<okay well sure kidding serious joking mad crazy
    all_right ready tired looking sick having always ever a>|good(?! <at for>))\w
"""

_FREE = r"""
<let>~ <me us>~ <know have borrow stay come hear get>

@towards(?: over| by| and \w+)? <me us>(?! <wrong crazy wonder>)
"""

_HEAD = r"""
(?!@wish)@doing @object

<do dont>(?: not)? @doing @object

@saying (?!<is was are were for on at in>)\w
"""


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(text: str) -> str:
    """A pattern for one of these words or phrases, whole."""
    options = sorted(set(text.split()), key=len, reverse=True)
    return "(?:" + "|".join(option.replace("_", " ") for option in options) + ")(?![^ ])"


_SOFT = f"(?: ,)?(?: {_any(_SOFTENING)})*(?: ,)?"


def _way(paragraph: str, place: Place) -> Way:
    form, _, not_after = " ".join(paragraph.split()).partition(" # ")
    first = re.match(r"(?:\(\?!@\w+\))?(?:@(\w+)|<([\w ]+)>)", form)
    if not first:
        raise ValueError(f"a way opens with a list of words: {paragraph}")
    words = first[2] or _LISTS[first[1]]
    form = form.replace(" |", "|").replace("~", _SOFT)
    form = re.sub(r"@(\w+)", lambda name: _any(_LISTS[name[1]]), form)
    form = re.sub(r"<([\w ]+)>", lambda words: _any(words[1]), form)
    return Way(
        frozenset(word.split("_")[0] for word in words.split()),
        re.compile(form),
        words_of(not_after.replace("@relative", _LISTS["relative"])),
        place,
    )


WAYS = tuple(
    _way(paragraph, place)
    for place, table in (
        (Place.ANYWHERE, _ANYWHERE),
        (Place.CLAUSE, _CLAUSE),
        (Place.QUESTION, _QUESTION),
        (Place.FREE, _FREE),
        (Place.HEAD, _HEAD),
    )
    for paragraph in table.strip().split("\n\n")
)
