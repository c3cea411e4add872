"""German: the ten most important ways only. It misses far more than in English."""

from halved.safety.gentle.meaning import About, Meaning

IN_GERMAN = Meaning(
    name="auf Deutsch",
    ways=r"""
        ich (will|möchte|mag|wollte|würde) (OFT ){0,2}(sterben|tot sein|nicht mehr (leben|da sein\
            |aufwachen|hier sein|existieren|sein))<vor (lachen|scham)>
        (ich wünschte|wäre ich|ich wäre|dass ich) .. (ich wäre tot|tot wäre|nie geboren|nicht mehr \
            aufwachen?|lieber tot|tot)<müde|sicher>
        ich .. (mich|mir) .. (umbringen|umzubringen|das leben (nehmen|zu nehmen)|erhängen|aufhängen\
            |töten|die pulsadern)
        ich (bring|bringe) mich um<die chance|den>
        ich (habe|hatte|denke|dachte) (OFT ){0,2}(an (selbstmord|suizid)|über (selbstmord|suizid)\
            |selbstmordgedanken|suizidgedanken)
        (?<!keine )(selbstmordgedanken|suizidgedanken)|(?<!nicht )suizidal|(?<!nicht )lebensmüde
        ohne mich .. (besser dran|besser gehen|leichter|glücklicher)
        (keinen|kein) (sinn|grund) mehr .. (leben|weiterzuleben|zu leben|im leben|weiterzumachen)
        ich kann nicht mehr( leben| weiterleben)?$
        (wenn ich nicht mehr (da|hier) bin|einfach nicht mehr (aufwachen|da sein))<am|im|nächste|in>
    """,
)
HURTING_IN_GERMAN = Meaning(
    name="sich verletzen, auf Deutsch",
    ways=r"""
        ich .. (ritze|ritzen|schneide|verletze|verletzen|selbst verletzt|geritzt) .. (mich|selbst\
            |absichtlich|wieder)<am|beim|an>
        (mich|mir) .. (geritzt|ritzen|zu ritzen|selbst verletzen|selbst zu verletzen|absichtlich \
            verletzt)
    """,
    about=About.HARM,
)
GERMAN = (IN_GERMAN, HURTING_IN_GERMAN)
