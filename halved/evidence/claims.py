"""The sentences we say, by id. Each number was read in the abstract or a table of its source; where
others told it, the source says so. A link stands only where we saw that it leads there."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How well following the claim is supported."""

    A = "A"  # a review of many studies, or several experiments, agree
    B = "B"  # several studies, or one large one
    C = "C"  # one small study, or one that only shows that things go together
    D = "D"  # what experienced people advise


@dataclass(frozen=True)
class Claim:
    """One thing that is known. `sentence` is what people read, in plain words."""

    id: str
    sentence: str
    source: str
    link: str  # empty where we could not check the address
    numbers: str
    grade: Grade
    limits: str


_ALL = [
    Claim(
        id="handle-it-alone",
        sentence="“I should manage this myself” is the reason people give most often."
        " In a survey of 24 countries, about six in ten gave it.",
        source="Andrade and others 2014, Psychological Medicine 44:1303",
        link="https://www.cambridge.org/core/journals/psychological-medicine/article/barriers-to-mental-health-treatment-results-from-the-who-world-mental-health-surveys/8779313B29B9F3950A0A1154949E0D21",
        numbers="63.8 % of those who saw a need and sought no treatment; 63,678 people asked",
        grade=Grade.B,
        limits="It was about treatment for mental health, not about asking a friend.",
    ),
    Claim(
        id="handle-it-alone-students",
        sentence="First-year students in eight countries were asked. Of those unsure about getting"
        " help, more than half would rather manage alone.",
        source="Ebert and others 2019, Int J Methods Psychiatr Res 28:e1782",
        link="https://doi.org/10.1002/mpr.1782",
        numbers="56.4 % of those who would not surely seek help; 13,984 students asked",
        grade=Grade.B,
        limits="Students only, and about seeking treatment.",
    ),
    Claim(
        id="not-serious-enough",
        sentence="Even people at risk may doubt that it is serious. In one study of students at"
        " risk, two in three did.",
        source="Journal of Affective Disorders 2020, 271:123",
        link="https://pmc.ncbi.nlm.nih.gov/articles/PMC7266827/",
        numbers="65.0 % questioned how serious their needs were",
        grade=Grade.C,
        limits="One study, students in the United States.",
    ),
    Claim(
        id="need-not-seen",
        sentence="One can be in severe trouble and see no need for help. Of people like that who"
        " sought none, one in four saw no need.",
        source="Mojtabai and others 2011, Psychological Medicine 41:1751",
        link="https://doi.org/10.1017/S0033291710002291",
        numbers="25.9 % of the severe cases, 57.0 % of the mild ones",
        grade=Grade.B,
        limits="United States, and about treatment for mental health.",
    ),
    Claim(
        id="fewer-noes",
        sentence="In experiments, people asked over 14,000 strangers for small favours. They needed"
        " to ask about half as many as they had expected. With bigger things and people close to"
        " you, less is known.",
        source="Bohns 2016, Current Directions in Psychological Science 25:119",
        link="https://doi.org/10.1177/0963721415628011",
        numbers="People underestimated a yes by 48 % on average",
        grade=Grade.B,
        limits="Strangers and small favours. People also say yes because a no is awkward,"
        " so leave them a real way out.",
    ),
    Claim(
        id="looks-better-in-others",
        sentence="In seven studies, people judged showing weakness more kindly in others than in"
        " themselves. Asking for help was one example.",
        source="Bruk, Scholl and Bless 2018, Journal of Personality and Social Psychology",
        link="https://doi.org/10.1037/pspa0000120",
        numbers="Seven studies",
        grade=Grade.B,
        limits="It does not tell how one person will react to you.",
    ),
    Claim(
        id="shame-is-common",
        sentence="Shame and asking less go together, a little. Among the reasons not to ask it comes"  # noqa: E501
        " fourth.",
        source="Clement and others 2015, Psychological Medicine 45:11",
        link="https://www.cambridge.org/core/journals/psychological-medicine/article/what-is-the-impact-of-mental-healthrelated-stigma-on-helpseeking-a-systematic-review-of-quantitative-and-qualitative-studies/E3FD6B42EE9815C4E26A6B84ED7BD3AE",
        numbers="144 studies, 90,189 people; d = −0.27; fourth of the barriers by rank",
        grade=Grade.A,
        limits="About treatment for mental health. It shows what goes together, not causes.",
    ),
    Claim(
        id="fear-of-consequences",
        sentence="Fear of what follows can keep people silent. In one study, 66 people had hidden"
        " thoughts of suicide from their therapist. Seven in ten feared what would come of it. Most"
        " of all they feared a hospital stay against their will.",
        source="Blanchard and Farber 2020, Psychotherapy Research 30:124",
        link="https://doi.org/10.1080/10503307.2018.1543977",
        numbers="70 % of 66; nearly half would say more if that threat were smaller or controlled",
        grade=Grade.C,
        limits="One small study of people in therapy.",
    ),
    Claim(
        id="practice-helps",
        sentence="Knowing facts did not make people write to an old friend. Writing to someone easy"
        " first did help: then two thirds more of them wrote.",
        source="Aknin and Sandstrom 2024, Communications Psychology 2:34",
        link="https://doi.org/10.1038/s44271-024-00075-8",
        numbers="Seven studies; under a third wrote without practice",
        grade=Grade.B,
        limits="It was about getting in touch again, not about asking for help.",
    ),
    Claim(
        id="if-then",
        sentence="A plan of the form “if this, then I do that” helps people do it. In one"
        " experiment, people had a first therapy appointment. With such a plan 75 in 100 came,"
        " without it 63.",
        source="Sheeran, Aubrey and Kellett 2007, Journal of Consulting and Clinical Psychology;"
        " Sheeran and others 2024, European Review of Social Psychology",
        link="",
        numbers="75 % against 63 % of 390; over 642 tests of such plans d from 0.27 to 0.66",
        grade=Grade.A,
        limits="Most of those tests were about health and study, not about asking a friend.",
    ),
    Claim(
        id="wish-falls",
        sentence="When thoughts of suicide grow, the wish to ask anyone tends to fall. So the feeling"  # noqa: E501
        " “I don’t need anyone” proves nothing.",
        source="Wilson and Deane 2010; Yakunina 2010",
        link="",
        numbers="302 and 321 students",
        grade=Grade.B,
        limits="Students. It shows what goes together, not what causes it.",
    ),
    Claim(
        id="asking-about-suicide",
        sentence="Asking someone about suicide has not been found to put the thought there.",
        source="Dazzi and others 2014; DeCou and Schumann 2018",
        link="https://doi.org/10.1017/S0033291714001299",
        numbers="A review, and a pooled analysis of 13 articles: no increase found",
        grade=Grade.A,
        limits="It does not say that asking is enough.",
    ),
    Claim(
        id="past-help-opens",
        sentence="A review looked at what helps young people ask. Two things stood out: good help"
        " before, and someone who encouraged them.",
        source="Gulliver, Griffiths and Christensen 2010, BMC Psychiatry 10:113",
        link="https://doi.org/10.1186/1471-244X-10-113",
        numbers="22 studies",
        grade=Grade.B,
        limits="Young people, and mostly interviews.",
    ),
    Claim(
        id="thanks-counts",
        sentence="In one experiment, a thank-you doubled the share of those who helped again, from"
        " about a third to two thirds.",
        source="Grant and Gino 2010, as told in later summaries",
        link="https://doi.org/10.1037/a0017935",
        numbers="32 % to 66 %, as told by others",
        grade=Grade.B,
        limits="We know these numbers from summaries, and they differ in details.",
    ),
    Claim(
        id="giving-is-good-too",
        sentence="People who help others tend to feel a little better themselves.",
        source="Hui and others 2020; Curry and others 2018",
        link="https://doi.org/10.1016/j.jesp.2018.02.014",
        numbers="r = 0.13 over 201 studies; d = 0.28 over 27 experiments",
        grade=Grade.A,
        limits="Small effects. Nobody owes help because of them.",
    ),
    Claim(
        id="many-tries",
        sentence="Some pupils had tried a kind of maths exercise ten times and not got there. More"
        " of the same mostly did not get them there.",
        source="Beck and Gong 2013; Kai and others 2018",
        link="https://doi.org/10.1007/978-3-642-39112-5_44",
        numbers="More than 123,000 exercises in mathematics",
        grade=Grade.C,
        limits="Pupils doing mathematics. Trying long did pay for those who got there in the end.",
    ),
    Claim(
        id="talking-not-always-lighter",
        sentence="Talking about it does not always make it lighter at once. With sadness, relief"
        " often comes later, or only in part.",
        source="Brans and others 2014",
        link="",
        numbers="Sharing anger: relief at once and later; sharing sadness: little, and later",
        grade=Grade.C,
        limits="One study, known to us from its summary.",
    ),
    Claim(
        id="no-time-or-money",
        sentence="In one study of students at risk, two in three said they had no time to get help."
        " Half named what it costs.",
        source="Journal of Affective Disorders 2020, 271:123",
        link="https://pmc.ncbi.nlm.nih.gov/articles/PMC7266827/",
        numbers="66.7 % no time; 49.3 % cost",
        grade=Grade.C,
        limits="One study, students in the United States, about treatment.",
    ),
    Claim(
        id="fear-of-telling",
        sentence="Fear that others will hear of it is common. Of the worries that come with shame,"
        " it was the one most often named.",
        source="Clement and others 2015, Psychological Medicine 45:11",
        link="https://www.cambridge.org/core/journals/psychological-medicine/article/what-is-the-impact-of-mental-healthrelated-stigma-on-helpseeking-a-systematic-review-of-quantitative-and-qualitative-studies/E3FD6B42EE9815C4E26A6B84ED7BD3AE",
        numbers="144 studies, 90,189 people",
        grade=Grade.A,
        limits="About treatment for mental health, not about telling a friend.",
    ),
    Claim(
        id="not-only-the-closest",
        sentence="The person one talks to need not be close. In one survey, nearly half had last"
        " confided in someone they did not call important to them.",
        source="Small 2013, as told in later summaries",
        link="",
        numbers="45 % of 2,000 adults",
        grade=Grade.C,
        limits="Adults in the United States. It does not say how well it went.",
    ),
]
ON_ASKING = {claim.id: claim for claim in _ALL}
