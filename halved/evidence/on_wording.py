"""What is known about the words of an ask. Most of it is about strangers, and shows only what goes
together: the numbers beside “counted again” are our own, from 3,395 asks in an open record."""

from halved.evidence.claims import Claim, Grade

_RECORD = "Althoff and others 2014, asks for a pizza on a public page"
_COUNTED = f"{_RECORD}; counted again by us"
_RATED = (
    "Danescu-Niculescu-Mizil and others 2013, requests on two public sites; counted again by us"
)
_STRANGERS = "Strangers, and pizza. It shows what goes together, not causes."
_ADVISERS = "Grant 2018, Reinforcements; Baker, All You Have to Do Is Ask"

_ALL = [
    Claim(
        id="direct-asking",
        sentence="Hints instead of an ask tend to bring colder help. Two studies watched couples"
        " and saw it.",
        source="Don and others 2019, Personality and Social Psychology Bulletin",
        link="https://doi.org/10.1177/0146167218802837",
        numbers="76 and 100 couples",
        grade=Grade.B,
        limits="Couples, watched and not tested. With friends, less is known.",
    ),
    Claim(
        id="early-ask",
        sentence="People who teach asking advise it: say early what you want.",
        source=_ADVISERS,
        link="",
        numbers="None: we know of no test",
        grade=Grade.D,
        limits="Advice. With bad news, some words before it can be kind.",
    ),
    Claim(
        id="specific-asks",
        sentence="In tests on message boards, posts with one clear question tended to get more"
        " answers.",
        source="Burke, Kraut and Joyce 2010, field experiments in online groups",
        link="",
        numbers="Seen in field experiments; an earlier one, which only added a request, saw none",
        grade=Grade.B,
        limits="Strangers who looked for information in online groups.",
    ),
    Claim(
        id="size-of-help",
        sentence="In one study of asks to strangers, those with a number in them got help more"
        " often.",
        source=_COUNTED,
        link="",
        numbers="Odds 1.25 (1.05 to 1.49) with any number; 1.47 (1.12 to 1.94) with a sum of money",
        grade=Grade.C,
        limits=_STRANGERS,
    ),
    Claim(
        id="time-anchor",
        sentence="In one study of asks to strangers, those that named a day or an hour got help"
        " more often.",
        source=_COUNTED,
        link="",
        numbers="Odds 1.60 (1.34 to 1.90)",
        grade=Grade.C,
        limits=f"{_STRANGERS} With friends, nobody has counted.",
    ),
    Claim(
        id="near-deadlines",
        sentence="In one experiment, a date a month away got the fewest answers. A week got more,"
        " and no date at all got most.",
        source="Knowles and others 2022, Economic Inquiry",
        link="",
        numbers="3,276 people asked",
        grade=Grade.B,
        limits="Another study, about gifts to charity, found no such effect.",
    ),
    Claim(
        id="enough-context",
        sentence="In one study of asks to strangers, the shortest got help least often. Those with"
        " 100 words or more got it most often.",
        source=_COUNTED,
        link="",
        numbers="12.5 % got help with up to 20 words, 17.5 % with 21 to 40, 29.3 % with 101 to 150",
        grade=Grade.C,
        limits=f"{_STRANGERS} A friend may need far fewer words.",
    ),
    Claim(
        id="short-enough",
        sentence="In one study of asks to strangers, those over 200 words got no more help than"
        " those of 100.",
        source=_COUNTED,
        link="",
        numbers="29.3 % got help with 101 to 150 words, 31.3 % with 151 to 200, 28.7 % with 201 to"
        " 300",
        grade=Grade.C,
        limits="Strangers, and pizza. Where a text to a friend gets too long is our opinion.",
    ),
    Claim(
        id="a-reason",
        sentence="Strangers tend to help more when they can see why it is needed. The word"
        " “because” alone made no clear difference.",
        source=_COUNTED,
        link="",
        numbers="A clear need went with more help; odds 1.16 with “because”, which may be chance",
        grade=Grade.C,
        limits=_STRANGERS,
    ),
    Claim(
        id="thanks-in-the-ask",
        sentence="In two studies, asks with a thank-you in them did better. They got more help, and"
        " they were rated kinder.",
        source=f"{_RECORD}; Danescu-Niculescu-Mizil and others 2013; both counted again by us",
        link="",
        numbers="Odds of help 1.31 (1.11 to 1.56); rated politeness d = 1.18 in 10,956 requests",
        grade=Grade.B,
        limits="Strangers. It shows what goes together, not causes.",
    ),
    Claim(
        id="free-to-say-no",
        sentence="Saying no is awkward, and some people say yes because of it. A way out is fair to"
        " them. It brings no more help, as far as the best studies show.",
        source="Bohns 2016, Current Directions in Psychological Science 25:119; a pooled analysis"
        " in Meta-Psychology",
        link="https://doi.org/10.1177/0963721415628011",
        numbers="The seven most careful studies: g = 0.11 (−0.18 to 0.40), no clear effect",
        grade=Grade.C,
        limits="Experts and data disagree about its effect. We keep it because it is fair.",
    ),
    Claim(
        id="even-a-little",
        sentence="When a small part is enough, more people help, and each tends to give less. Over"
        " many experiments, the whole came out the same.",
        source="Bolkan and Rains 2017, Communication Research",
        link="https://doi.org/10.1177/0093650215602308",
        numbers="More who help: r = 0.22, 34 tests; less from each: r = −0.23, 11 tests",
        grade=Grade.A,
        limits="It fits only what can be shared out among several people, or over time.",
    ),
    Claim(
        id="one-person",
        sentence="The more people could help, the less each one tends to do. A review of many"
        " experiments found this.",
        source="Fischer and others 2011, a review of 105 results",
        link="",
        numbers="g = −0.35; more than 7,700 people",
        grade=Grade.B,
        limits="People in one place when something went wrong. For messages, less is known.",
    ),
    Claim(
        id="greeting-and-name",
        sentence="In one study of requests, those with a greeting were rated kinder.",
        source=_RATED,
        link="",
        numbers="d = 0.62 in 10,956 requests",
        grade=Grade.C,
        limits="It is about how kind it sounds, not about who helped.",
    ),
    Claim(
        id="kind-of-help",
        sentence="People who say which kind of help they want tend to get more of that kind. Two"
        " studies of online groups saw it.",
        source="Liu and others 2017; Wang, Kraut and Levine 2015",
        link="",
        numbers="A group about alcohol; 1.56 million messages in a group about cancer",
        grade=Grade.C,
        limits="It shows what goes together. Nobody has tested that it makes anything lighter.",
    ),
    Claim(
        id="face-to-face",
        sentence="In one large study, friends said yes more often in person than by message.",
        source="Roghanizad and Bohns 2022, Social Psychological and Personality Science",
        link="https://doi.org/10.1177/19485506211063259",
        numbers="About four of five against fewer than three of five, as told by others",
        grade=Grade.B,
        limits="Face to face, a no is harder to say. A message leaves more room for it.",
    ),
    Claim(
        id="own-voice",
        sentence="In one experiment, a friend’s message had been written by someone else, or by a"
        " machine. People who learned of it were less content.",
        source="Liu, Kang and Wei 2023; Hohenstein and others 2023, Scientific Reports",
        link="",
        numbers="208 and 1,036 people",
        grade=Grade.B,
        limits="Known to us from summaries. Nobody can tell for sure who wrote a text.",
    ),
    Claim(
        id="apologies",
        sentence="In one study of asks to strangers, saying sorry made no clear difference.",
        source=f"{_COUNTED}; Brooks, Dai and Schweitzer 2014, as told by others",
        link="",
        numbers="Odds 0.74 (0.39 to 1.41); “sorry about the rain”: 47 % against 9 % lent a phone",
        grade=Grade.C,
        limits="Experts and data disagree: teachers of asking advise against saying sorry.",
    ),
    Claim(
        id="disclaimers",
        sentence="In one study of asks to strangers, words like “I never ask for things” went with"
        " more help.",
        source=_COUNTED,
        link="",
        numbers="Odds 1.90 (1.31 to 2.74)",
        grade=Grade.C,
        limits=f"{_STRANGERS} Experts and data disagree: teachers of asking advise against it.",
    ),
    Claim(
        id="need-or-wish",
        sentence="In one study of asks to strangers, those that spoke of a craving got help less"
        " often.",
        source=_COUNTED,
        link="",
        numbers="Odds 0.75 (0.61 to 0.93)",
        grade=Grade.C,
        limits=_STRANGERS,
    ),
    Claim(
        id="passing-it-on",
        sentence="In one study of asks to strangers, those who said they would pass it on got help"
        " more often.",
        source=_COUNTED,
        link="",
        numbers="Odds 1.34 (1.08 to 1.67)",
        grade=Grade.C,
        limits=f"{_STRANGERS} It is only worth saying when you mean it.",
    ),
    Claim(
        id="paying-friends",
        sentence="In one study of asks to strangers, offers of a trade made no clear difference.",
        source=_COUNTED,
        link="",
        numbers="Odds 1.07, which may be chance",
        grade=Grade.C,
        limits="What pay does between friends we could not check.",
    ),
    Claim(
        id="harsh-on-oneself",
        sentence="Feeling like a burden can be a sign of a heavy time. What such words do to the"
        " one who is asked is not known.",
        source="Garg and others 2023, posts marked by hand for such feelings",
        link="",
        numbers="3,522 posts",
        grade=Grade.D,
        limits="Posts on the web. They tell nothing about how you are.",
    ),
    Claim(
        id="plain-respect",
        sentence="People who teach asking advise against debt and pressure. A yes should be free.",
        source=f"Grant 2018, Reinforcements; {_RATED}",
        link="",
        numbers="Words like “actually” were rated less polite: d = −0.33",
        grade=Grade.D,
        limits="A matter of fairness more than of numbers.",
    ),
    Claim(
        id="let-them-answer",
        sentence="In experiments, people tended to expect a no more often than they got one.",
        source="Bohns 2016, Current Directions in Psychological Science 25:119",
        link="https://doi.org/10.1177/0963721415628011",
        numbers="People underestimated a yes by 48 % on average; over 14,000 strangers asked",
        grade=Grade.B,
        limits="Strangers and small favours. It does not tell what one person will answer.",
    ),
    Claim(
        id="safe-words",
        sentence="People who work to prevent suicide agree on this: leave out how and where. Say"
        " how you are, and who should come.",
        source="Robinson and others 2018, the #chatsafe guidelines, PLOS ONE",
        link="https://doi.org/10.1371/journal.pone.0206584",
        numbers="What a panel of experts agreed on, asked several times over",
        grade=Grade.D,
        limits="Made for posts that many people see. To a line or a doctor you can say it all.",
    ),
    Claim(
        id="kept-private",
        sentence="Europe’s law on data has a plain rule: share no more than is needed.",
        source="General Data Protection Regulation 2016, article 5 (1) c",
        link="",
        numbers="None: we know of no test",
        grade=Grade.D,
        limits="A rule for firms and offices. For people who ask, it is only caution.",
    ),
    Claim(
        id="openings",
        sentence="In one study of requests, those that began with “so”, “and” or “you” were rated"
        " less kind.",
        source=_RATED,
        link="",
        numbers="d = −0.43 for “so” and “and”, −0.37 for “you”, −0.27 for “why”; “please” first:"
        " −0.33 on one site, +0.18 on the other",
        grade=Grade.C,
        limits="It is about how kind it sounds, not about who helped.",
    ),
]
ON_WORDING = {claim.id: claim for claim in _ALL}
