"""Contractions, misspellings and slang, and how they are spelled."""

# One word for another, or for several.
WRITTEN: dict[str, str] = {
    short: spelled
    for line in """
        im|i'm|ima|imma=i am
        ive|i've=i have
        i'll=i will
        i'd=i would
        u=you
        ur|yr=your
        youre|you're=you are
        youd|you'd=you would
        youll|you'll=you will
        he'd|hed=he would
        she'd=she would
        they'd|theyd=they would
        we'd=we would
        he'll=he will
        she'll=she will
        they'll|theyll=they will
        it'll|itll=it will
        that'll=that will
        it'd|itd=it would
        he's|hes=he is
        she's|shes=she is
        it's|its|tis=it is
        that's|thats=that is
        there's|theres=there is
        what's|whats|wots=what is
        life's|lifes=life is
        everyone's|everyones|everybody's|everybodys=everyone is
        nobody's=nobody is
        they're|theyre=they are
        they've|theyve=they have
        we're=we are
        dont|don't|dnt|dunt=do not
        doesnt|doesn't=does not
        didnt|didn't=did not
        cant|can't|cannot|cnt=can not
        couldnt|couldn't=could not
        wont|won't=will not
        wouldnt|wouldn't=would not
        shouldnt|shouldn't=should not
        isnt|isn't|aint|ain't=is not
        arent|aren't=are not
        wasnt|wasn't=was not
        weren't|werent=were not
        hasnt|hasn't=has not
        havent|haven't=have not
        hadnt|hadn't=had not
        wanna|wana=want to
        gonna|gona|gunna|ganna=going to
        goin|goign=going
        gotta=got to
        tryna=trying to
        wnat|wan|wnt|wqnt=want
        ot=to
        cos|cuz|coz|bc|cause|'cause=because
        tmrw|tmr|tomorow|tommorow|2moro=tomorrow
        tonite|2nite=tonight
        w/o|witout|wihtout|withou=without
        kil|kll|kilm|kiill|k*ll|k**l|ki**=kill
        unaliving=killing
        unalived=killed
        d*e|dye*|dieee|diee=die
        ded|deadd=dead
        wtd=want to die
        bouta|boutta|abouta=about to
        killin|kiling=killing
        kms|ctb=kill myself
        kys=kill yourself
        dieing|diying=dying
        livin|livng=living
        aliv|alve=alive
        exsist|exsit=exist
        exsisting=existing
        meself|mesel|mesen|myselv|myslf=myself
        hisself=himself
        themself|theirself|theirselves=themselves
        beter|bettr=better
        burdon|burdan|birden|burdern=burden
        evryone|everone|every1|evry1|everybody=everyone
        noone|nobody|no1=nobody
        anymore|anymor=anymore
        dissapear|disapear|dissappear=disappear
        sewerslide=suicide
        od=overdose
        od'd|oded|overdosed|od'ed=overdosed
        mom|mam|mummy|mama|mammy|ma=mum
        bout=about
        kno=know
        takin=taking
        alot=a lot
        wnana|wannna|wanan|wonna|wantto=want to
        tae=to
        dae=do
        deid=dead
        ah=i
        cannae|canny=can not
        dinnae|dinny=do not
        wouldnae=would not
        masel|masell=myself
        nemore|nomore|anymo|anymre=anymore
        b=be
        tird=tired
        shouldve|shoulda=should have
        wouldve|woulda=would have
        couldve|coulda=could have
        sh'd|shing|sh'ing|sh-ing=selfharm
        meds=medication
        finna=going to
        throwin=throwing
        wudnt|wouldn=would not
        shud=should
        wud=would
        cud=could
        thru=through
        ya|ye=you
        til|till=until
        dat=that
        wid=with
        nd|n|&=and
        """.strip().splitlines()
    for shorts, spelled in [line.strip().split("=")]
    for short in shorts.split("|")
}
PHRASES = {
    "no one": "nobody",
    "no body": "nobody",
    "any more": "anymore",
    "any longer": "anymore",
    "no longer": "not",
    "self harm": "selfharm",
    "self harmed": "selfharm",
    "self harming": "selfharm",
    "self injury": "selfharm",
    "self injure": "selfharm",
    "selfharmed": "selfharm",
    "selfharming": "selfharm",
    "for ever": "forever",
    "kind of": "",
    "sort of": "",
    "a bit": "",
    "a little": "",
    "to be honest": "",
    "all the time": "",
    "at the moment": "",
    "one hundred percent": "",
    "want too": "want to",
    "want 2": "want to",
    "going 2": "going to",
    "wanted 2": "wanted to",
    "ill be": "i will be",
    "ill do": "i will do",
    "ill end": "i will end",
    "ill kill": "i will kill",
    "ill never": "i will never",
    "ill not": "i will not",
    "id be": "i would be",
    "id rather": "i would rather",
    "id like": "i would like",
    "id love": "i would love",
    "wish id": "wish i would",
    "un alive": "unalive",
    "2 die": "to die",
    "2 live": "to live",
    "2 be": "to be",
    "2 end": "to end",
    "2 kill": "to kill",
    "ion want": "i do not want",
    "ion think": "i do not think",
    "idw": "i do not want",
    "dnw": "do not want",
    "my self": "myself",
    "self delete": "kill myself",
    "live no more": "live anymore",
    "here no more": "here anymore",
    "alive no more": "alive anymore",
    "this no more": "this anymore",
    "it no more": "it anymore",
    "on no more": "on anymore",
    "sh is": "selfharm is",
    "to sh": "to selfharm",
    "from sh": "from selfharm",
    "with sh": "with selfharm",
    "of sh": "of selfharm",
    "sh again": "selfharm again",
    "been sh": "been selfharm",
    "i sh": "i selfharm",
    "sh since": "selfharm since",
    "i not": "i do not",
    "want live": "want to live",
    "want die": "want to die",
    "want finish": "want to finish",
    "want end": "want to end",
    "want sleep": "want to sleep",
    "live more": "live anymore",
    "sewer slide": "suicide",
    "catch the bus for good": "kill myself",
}
