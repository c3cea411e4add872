"""The ways English asks, as tables in the notation of `notation.py`.

After Searle, people ask by naming what makes asking reasonable: that the other can (ability), that
they would (willingness), that the speaker wants it (want), would thank for it (gratitude), that it
is due (obligation); or by simply doing it (imperative, performative). A proposal asks for something
together, a question for an answer. What only sounds like one of these stands behind `(?!` and "#".
"""

from halved.wording.english.notation import Place, ways_of

_ANYWHERE = r"""
-- ability, willingness, permission
<can could will would cant couldnt wont wouldnt>~ @you~ (?!@musing|like <help some more a_hand
    me_to>)\w # how why only neither nor never as than

<can could may might>~ (?:i|we)~ (?!@offer)\w # how why what who where when as only than neither
    nor wherever if

<would will is was> <it that there this>(?: be)?~ <okay possible all_right fine too_much any
    convenient a_way a_chance a_good_time someone anyone somebody anybody something_you
    anything_you a_problem>

-- want
<i we>~ would~ <like love prefer>~ (?:to <have get>~ @help|@help|@find|to @talk|to <move change
    get extend add defer book cancel reschedule postpone apply have_this have_it have_the
    have_a>) # @relative

<i we>~ would~ like <a an this the these it> # @relative

<i> (?:\w+ )?(?:think|believe|guess|feel)(?: that)? (?:(?:maybe|perhaps) )?<you we>~ <should need_to
    ought_to could might_want_to may_want_to must have_to> (?!<be know have_known think>)\w

<i we>~ <want need> <everyone everybody all_of_you> to

<i we us>(?: am| are| have been)?~ <need want require could_do_with could_use could_really_use
    wanted would_prefer would_need will_need would_rather wouldnt_mind would_not_mind wanting
    looking_for seeking begging asking desperate_for in_need_of after hoping_for would_value
    would_welcome>(?: to have| to get| to find)?~ (?:@help|@find|to @talk) # @relative

<i we>(?: will)? (?:need|want|would like) (?:this|these|that|it|them|the \w+|all \w+)(?:
    \w+){0,3} <done finished back sent by asap today tomorrow> # @relative

-- asking by its name
<i we am>(?: am| are| would| have| had to| have to| must| was going to| wanted to| meant to)?~
    <ask asking request suggest
    suggesting recommend propose proposing beg inviting invite urge writing_to_ask
    calling_to_ask writing_to_request writing_to_see calling_to_see writing_to_enquire
    writing_to_inquire> (?!<him her them myself>)\w # @relative as

<pleased delighted glad happy honoured> to <invite ask request propose>

<suggestion recommendation request proposal>~ <is would_be>~ (?:that|to)

<reminder> <to>

-- gratitude
<would will>~ (?:appreciate|value|welcome) (?!<that_he that_she that_they>)\w # if that

<would will>~ be(?: <so very really most much greatly truly a also eternally forever super
    just>)* <appreciated grateful thankful obliged indebted>

<would will>~ (?:be(?: \w+){0,3}|help(?: \w+){0,3}|mean(?: \w+){0,4}|make \w+ \w+|love it|like
    it|love|prefer it) if (?:@you|i could|we could|we can|i can|there)(?![^ ])

<would might may could>~ be~ @good~(?: for us| if we could| if we| for you| for me)?(?: to)?~
    (?:@meet|<have_you have_someone have_somebody hear_from hear_your know get_your
    get_some_help having_you have_your>)

<be>~ (?:@good|<appropriate important>) <if for> (?!<me us that this these it>)\w

-- readiness to do something together
<be>~ (?:glad|happy|pleased|delighted|free|available)~ to <meet discuss join_you talk
    get_together reschedule chat have_lunch have_you see_you hear>

<would>~ be~ (?:glad|grateful|happy) of \w

-- want, of any thing but rest and the like
<i we>(?: will| would)?~ need (?:a|an|the|your|more|some|any|two|three|four|five|ten) (?!(?:\w+
    )?<break rest holiday sleep nap drink coffee minute moment day life change miracle haircut
    shower wee while bit lot beer wine chocolate>)\w # @relative

-- obligation
<i we> <assume trust expect presume take_it>(?: that)? you <will can could would are have>

<is was>~ <important imperative critical essential vital necessary crucial> (?:that|for) <you we
    everyone>

<you>(?: are)? (?:all )?<cordially_invited invited requested asked required encouraged expected
    urged> to

<your any>(?: [\w,]+){1,20} (?:is|are|would be|will be)~ <appreciated needed requested required
    welcome>

-- proposals, and more want
<am are be>~ <interested curious keen> <to_hear in_talking in_meeting in_speaking in_discussing
    in_hearing in_knowing in_getting in_your>

<would>~ <like love>~ to @talk # you who that he she they people it

<would>~ <love enjoy> (?:to have|having|to see|it if|for) @you

<love> to hear <your from what how>

<lets>~ @meet # it that which app

<am>~ (?:available|free|interested)(?: to| in) <discuss meet talk talking meeting speaking
    discussing>

-- indirect questions
<wondering wondered wonder curious>(?: ,)? (?:if|whether)(?: \w+){0,3}? <you someone somebody
    anyone anybody we i_could i_can i_might there it_would_be_okay it_is_possible
    it_would_be_possible it_might_be_possible it_was_okay>

<wondering wondered curious> <what how when where who about could would can>(?: \w+)? <you your
    i_could to we>

<hoping hoped hope>(?: that)?~ (?:(?:@you|we)(?: two| all| both| guys| out there)* <can could might
    would>(?! <tell see understand feel find enjoy>)|to (?:<get_your borrow have_you hear see_you
    find_someone get_some>|@meet)|for <your some a_hand a_lift help advice>) # he she they

<see know> (?:if|whether) (?:you|someone|anyone)(?: [\w,]+){0,5}? <could can might would want
    are were have> # dont didnt not never you

<do> @you~ <know mind have_any have_a have_time have_ten have_five have_some have_an fancy
    happen think_you think_we think_i want_to feel_like reckon have_the want_us> # what how why
    when where who which

<are> @you~ <free around able available up_for home coming willing interested going in_town
    about at_home good_at okay_to okay_with okay_for happy_to here awake any_good in_later
    in_tonight doing_anything busy using good_for in_on planning_to> # how why if

-- imperatives with please
<please>~ (?!@courtesy|@machine|<just_about everyone the your my even him her them>)\w # to will
    can would might
"""

_CLAUSE = r"""
-- proposals and wants that begin a clause
<shall should> we~ \w

<want> to @talk(?! <the_world>)

<could> (?:really )?<do_with use>~ @help

<need needing looking seeking wanted require>(?: for)?~ (?:@help|<to_ask to_know to_talk
    to_see_you>)

<a an> (?:\w+ )?<call email text hand lift hug visit chat voicemail reply note message update
    copy word ride>(?: \w+){0,9} (?:would|will|might) (?:be|help|mean|really)

<i> have(?: got)? <a one some a_few a_couple_of>(?: \w+)? <question questions favour request>

<i we> expect <you your an_answer a_reply to_hear>

-- questions, with or without a question mark
<what when where which who> <are is do does did can will would should> <you we>(?!
    <think_you_are know want_from_me>) \w

<what which> (?:time|day|date|number|one|kind|size) <are is do does did can will would should>

<when where who> <is are> <your my the our everyone that this>

<how> (?:much|many|long|far|often|soon|late|early|big|old) <are is do does did can will would
    should>

<how> <do can should could would> (?:i|we) (?!help)\w

<maybe perhaps> <you we someone> <could can should might> \w # that think know

<suggest recommend propose> <we you that a>

<thanks> in advance

<what> do you <think say suggest recommend advise>(?! <is was of_him>)

<any> (?:\w+ ){1,9}<appreciated welcome helpful great useful help_a_lot>

<is are> there~ <any anyone someone anybody somebody a_chance a_way a_time something_you
    some_way anything_you something_else_you an_agenda a_possibility>

<anyone anybody someone>(?: else)? <free around know able up_for got want fancy available going
    interested have here in home willing who_can who_could mind>

<any> (?:\w+ )?<chance way idea ideas possibility thoughts tips advice suggestions
    recommendations takers news volunteers>

<has have does is are> <anyone anybody someone somebody>

<is are> your \w

<who what where which when> <can could should> i(?![^ ])

<have> you <had_a_chance had_time had_the_chance heard_back>

<did> you <ever_send get_a_chance manage_to have_a_chance send find_out hear_back>

<you> <free around up_for available couldnt wouldnt_happen dont_happen mind dont_mind by_chance
    dont_know_anyone>

-- suggestions
<fancy> <a some coming going doing meeting getting lunch coffee dinner helping it another>

<mind okay> (?:if i(?![^ ])|\w+ing(?![^ ]) )

<think reckon suppose> you <could can might>

<lets>~ (?!<say face see hope be not just_say you me him them us people users>)\w

<how what>(?: is)? about(?![^ ])

<what> if <we you>

<why> <dont wont> <we you>

<how> <would do> you feel about(?![^ ])

<we>~ <could can should shall might_want_to all_need_to>~ @meet

<we>~ need to (?!<thank say be go get_going>)\w

<if> @you~ <could wouldnt_mind would_please would_be_so would_be_kind>~ (?!<have be like only
    rather ask prefer see>)\w

<if> @you~ (?:is |are )?<can_help could_help can_spare willing_to able_to>

<want wanted> to know (?:if|whether) <we i>

<if> @you <can want_to would_like_to fancy feel_like> (?:[\w,]+ ){1,16}<would_be would_really>

<would>~ <like love> @help

-- what is left of a clause when people type in haste
<possible> <for to>(?! <him her them me_to_help>)

-- obligation
<you>~ (?:<will_need need have>~ to|must)~ (?!<be have know feel see understand rest eat believe
    think remember sleep realise realize worry>)\w

<you>~ <will_need may_want might_want need have_got have should must ought could may_need can
    might may>(?: to)?~ <call email send come tell contact talk leave give bring let make_sure
    coordinate look be_there be_here follow_up set_up update help get_back ask phone text ring
    reply respond write return discuss remove confirm complete look_into get_with
    submit sign fill>

<everyone everybody someone somebody> <needs_to has_to should must> (?!<be have>)\w

<help>(?: ,| please|$)
"""

_QUESTION = r"""
<how> did you (?!<sleep know guess>)\w

<your> <thoughts comments view views opinion input feedback availability>

<okay fine> with you

<want> to <come go meet grab hang get join catch talk play watch walk help eat have>

<you> (?:guys )?<want_to going_to still_on still_up ready coming able got have think know>

<do did have does> (?:you|anyone|anybody|someone) (?! <need_help need_any need_anything need_me
    want_help want_me want_some want_to_help remember ever believe even see_that hear enjoy
    sleep had been heard ever_feel>)(?: \w+)? \w

<are is> (?:you|anyone|anybody|someone|somebody) (?!<okay well sure kidding serious joking mad
    crazy all_right ready tired looking sick having always ever a>|good(?! <at for>))\w
"""

_FREE = r"""
<let>~ <me us>~ <know have borrow stay come hear get>(?! if
    (?:you need <anything help me something>|i can <help do>))

@towards(?: over| by| and \w+)? <me us>(?! <wrong crazy wonder>)

<call> <me us>(?: ,|$| <when if at on back later asap tonight today tomorrow anytime any_time
    before after once to and or so please as in this sometime with about for over soon whenever
    now>)
"""

_HEAD = r"""
@for_me(?: over| by| and \w+)? <me us>(?! <wrong crazy wonder>)

(?!@wish)@doing @object

<do dont>(?: not)? @doing @object

@doing_anything (?!<is was for of>)\w

(?!@wish)@saying (?!<is was are were for on at in being scheduled from came>)[^\W\d]
"""

# What is taken for the ask only when nothing else is: plans that need the other's consent, and
# doors held open.
_WEAK = r"""
<i we> (?:will|shall|am going to|are going to)(?: \w+)? <call_you give_you_a_call meet discuss
    talk speak meet_you see_you_at see_you_on chat call_again get_together set_up phone_you
    ring_you visit come_over come_by>

<for> us to @meet

<if>~ you will <give leave send let tell show bring>

<happy glad pleased> to <come visit>

<please> <note feel_free_to keep_in_mind do_not_respond do_not_reply find see_attached
    see_enclosed dont_hesitate do_not_hesitate>(?! <to_say say>)

<i> could <meet come drop visit>

<i we>(?: am| are| will be)~ <available free open> <on at for tomorrow tonight today this next
    after before monday tuesday wednesday thursday friday saturday sunday any all from until
    between to anytime whenever>

<you>(?: are) <welcome> to (?!know)\w

<at> your (?:earliest )?convenience

<if when> you (?:get|have) (?:a|the|any|some|two)(?: spare| free| quick)? <chance minute minutes
    moment second sec time>

<for> your <review approval signature comments consideration input feedback>

<looking look> forward to (?:your <reply response answer comments feedback thoughts input>)

<in> hopes that <you we>

<works work>(?: best)? for <me us> # that it this which

<would> be <best good better> for <me us lunch dinner coffee>

<attached> please find

<awaiting waiting> (?:for )?your

<feel dont not> (?:free|hesitate) to <call phone text get_in_touch ring come let_me give_me
    contact_me email_me drop_me drop_by pop>

<we> can~ (?:@talk|<try delay continue start move have make_it>)

<we>~ <should could shall need_to have_to will_need_to will_have_to ought_to>~(?: try to)? @meet

<you>~ <can could may> <reach call ring phone text email catch contact find>~ <me us> <at on any
    anytime if when whenever>
"""

WAYS = (
    *ways_of(_ANYWHERE, Place.ANYWHERE),
    *ways_of(_CLAUSE, Place.CLAUSE),
    *ways_of(_QUESTION, Place.QUESTION),
    *ways_of(_FREE, Place.FREE),
    *ways_of(_HEAD, Place.HEAD),
    *ways_of(_WEAK, Place.WEAK),
)
