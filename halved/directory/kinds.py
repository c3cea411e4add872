"""Kinds of help, and the everyday words that mean them: English, with some German and Spanish.

`words` mean the kind in what a person types and in what a service says of itself; `asks` mean it
only in what a person types. Endings, accents and small words between do not matter.
"""

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of help; phrases have a comma between."""

    label: str  # what people read: "We looked for money and debt"
    words: str
    asks: str = ""


KINDS: dict[str, Kind] = {
    "debt": Kind(
        "money and debt",
        """debt, debts, debtor, debtline, money advice, money management, budgeting, budget, bankruptcy,
        bankrupt, insolvency, credit counselling, credit card, credit report, debt collector, debt collection, collection defense, collection self-help, consumer rights,
        bailiff, loan shark, payday loan, garnishment, wage garnishment, repossession, financial
        counselling, financial literacy, financial coaching, financial difficulties, arrears, chapter 7,
        owe, schulden, schuldnerberatung, insolvenz, pfandung, inkasso, deudas, deuda, bancarrota""",
        """money, money problems, money worries, money troubles, broke, no money, out of money,
        owe money, loan, loans, overdraft, maxed out, cant pay my bills, bills, behind on
        payments, credit, sued for a debt, final notice, enforcement officer, geld, kein geld,
        dinero, gerichtsvollzieher""",
    ),
    "cash": Kind(
        "emergency money",
        """emergency fund, emergency funds, hardship fund, hardship grant, financial assistance,
        emergency financial assistance, emergency grant, cash assistance, welfare fund, grants for
        individuals, emergency assistance""",
        "money for food, need money today, lend me money, emergency money, cash",
    ),
    "housing": Kind(
        "housing and eviction",
        """housing, eviction, evicted, evict, tenant, tenants, tenancy, landlord, renter, renters,
        rent arrears, rent assistance, rental assistance, rental, lease, section 8, housing voucher,
        lockout, repairs and conditions, fair housing, affordable housing, social housing, council
        housing, housing association, apartment, wohnung, wohnungsnot, mieter, mieterverein, miete,
        mietschulden, raumung, vivienda, desalojo, alquiler, inquilino""",
        """rent, rented, cant pay rent, behind on rent, kicked out, thrown out, locked out, locks
        changed, changed the locks, change my locks, notice to quit, notice to leave, section 21,
        no heat, mould, mold, damp, bed bugs, deposit, security deposit, roommate, flat, room to rent,
        place to live, moving out, vermieter, kundigung der wohnung, rausgeschmissen, renta, casero""",
    ),
    "homeless": Kind(
        "somewhere to sleep",
        """homeless, homelessness, homeless shelter, night shelter, emergency shelter, shelter,
        rough sleeping, rough sleeper, hostel, transitional housing, temporary housing, warming
        centre, street outreach, obdachlos, wohnungslos, notunterkunft, sin hogar, albergue,
        at risk of homelessness""",
        """nowhere to sleep, nowhere to go, nowhere to stay, place to sleep, bed for the night,
        sleep in my car, sleeping in my car, sleeping rough, on the street, on the streets, couch
        surfing, sofa surfing, losing my home, schlafplatz, donde dormir""",
    ),
    "mortgage": Kind(
        "keeping a home you own",
        """mortgage, foreclosure, foreclosed, homeowner, homeowners, property tax, hypothek,
        zwangsversteigerung, hipoteca""",
        """bank wants my house, take my house, losing my house, lose my house, bank is taking
        my house, taking our house, repossess my house, save my house, behind on my mortgage""",
    ),
    "food": Kind(
        "food",
        """food, food bank, foodbank, food pantry, pantry, groceries, hot meal, hot meals, meals,
        meal, free meals, soup kitchen, hunger, hungry, nutrition, community kitchen, breakfast club,
        lunch club, meals on wheels, baby food, infant formula, lebensmittel, tafel, suppenkuche,
        essen, comida, alimentos, banco de alimentos, despensa, comedor""",
        """nothing to eat, no food, cant afford food, something to eat, feed my kids, feed my
        family, eat, eating, starving, supper, dinner, lunch, breakfast, fridge is empty, hunger
        haben, tengo hambre""",
    ),
    "legal": Kind(
        "legal help",
        """lawyer, lawyers, attorney, attorneys, solicitor, barrister, legal, legal aid, legal
        advice, legal help, law centre, legal clinic, law clinic, pro bono, paralegal, court, courts,
        legal representation, direct representation, hotline for legal, anwalt, rechtsanwalt,
        rechtsberatung, rechtshilfe, abogado, abogada, ayuda legal, asesoria juridica""",
        """sued, being sued, sue, suing, hearing, court date, court hearing, summons, subpoena,
        my rights, rights, contract, gericht, recht, tribunal, corte, demanda""",
    ),
    "selfhelp": Kind(
        "legal forms to do it yourself",
        """legal self-help, self-help center, self-help desk, legal information and forms, legal
        forms, court forms, legal information, pro se, advice desk, information and forms""",
        """forms, form, paperwork for court, represent myself, without a lawyer, do it myself""",
    ),
    "findlawyer": Kind(
        "finding a lawyer",
        """lawyer referral, lawyer finder, attorney referral, bar association, find a lawyer,
        find an attorney""",
        """find me a lawyer, hire a lawyer, hire an attorney, recommend a lawyer, which lawyer,
        looking for a lawyer""",
    ),
    "criminal": Kind(
        "arrest, police and court",
        """criminal defence, criminal defense, arrest, arrested, under arrest, police station, bail,
        bail support, public defender, duty solicitor, criminal legal system, criminal court, strafrecht,
        strafverteidiger, verhaftet, arrestado, detenido""",
        """police, jail, charged with, charges against, got picked up by police, custody
        sergeant, probation officer, polizei, policia, carcel""",
    ),
    "record": Kind(
        "clearing a record",
        """criminal record, criminal records, expungement, expunge, expunged, record sealing, seal
        records, arrest record, rap sheet, blank slate, dbs check, fuhrungszeugnis,
        antecedentes penales""",
        """clean record, clear my record, clear record, background check, felony on my record,
        old conviction, conviction""",
    ),
    "reentry": Kind(
        "prison, and life after it",
        """prison, prisoner, prisoners, incarcerated, incarceration, ex-offender, ex-offenders,
        offender, reentry, re-entry, returning citizens, formerly incarcerated, inmate, parole,
        probation, resettlement, families of prisoners, gefangnis, haft, haftentlassung, straffalligenhilfe,
        prision, preso""",
        """out of prison, out of jail, released from prison, got out, in jail, behind bars, visit
        in prison, husband in prison""",
    ),
    "family": Kind(
        "separation and family law",
        """divorce, divorced, separation, family law, custody, child custody, visitation, child
        support, child maintenance, parentage, paternity, alimony, guardianship, adoption, mediation,
        mediator, family mediation, domestic relations, unmarried parents, co-parenting, prenuptial,
        scheidung, trennung, sorgerecht, unterhalt, umgangsrecht, divorcio, custodia,
        manutencion, pension alimenticia""",
        """break up, breakup, splitting up, split up, leaving my husband, leaving my wife, my ex,
        ex husband, ex wife, see my kids, see my children, see my son, see my daughter, wont let me
        see, contact with my children, not married, father rights, fathers rights, couples""",
    ),
    "protection": Kind(
        "children’s services",
        """child welfare, child protection, child protective services, dcfs, cps, foster care,
        social services, childrens services, youth services department, family defense, care
        proceedings, jugendamt, proteccion de menores""",
        """took my kids, took my children, taking my kids, take my kids, lose my kids, losing my
        children, taken into care, social worker took""",
    ),
    "violence": Kind(
        "violence or abuse at home",
        """domestic violence, domestic abuse, family violence, intimate partner violence, battered,
        abuse, abused, abusive, abusive relationship, order of protection, protective order, restraining
        order, non-molestation, refuge, womens refuge, womens shelter, safe house, coercive control,
        stalking, stalker, sexual assault, rape, rape crisis, sexual abuse, sexual violence, forced
        marriage, honour based, survivor, survivors, hausliche gewalt, frauenhaus, gewaltschutz,
        missbrauch, vergewaltigung, violencia domestica, maltrato, abuso, violacion""",
        """hits me, hit me, hitting me, beats me, beat me, beating me, hurts me, hurting me, choked
        me, threatens me, threatening me, threatened me, afraid of my husband, afraid of my partner,
        scared of my husband, scared of my boyfriend, scared to go home, afraid to go home, violent,
        violent partner, violence, raped, assaulted, controls me, controlling husband, controlling
        partner, unsafe at home, not safe at home, schlagt mich, mein mann schlagt, me pega, me
        golpea""",
    ),
    "victim": Kind(
        "after a crime",
        """victim, victims, victim support, crime victim, victims of crime, hate crime, hate crimes,
        human trafficking, trafficking, trafficked, modern slavery, identity theft, fraud, scam,
        opferhilfe, betrug, victima, victimas, estafa""",
        """robbed, burgled, attacked, mugged, scammed, stole my, stolen, crime, someone stole,
        forced to work, ripped off, tricked""",
    ),
    "mind": Kind(
        "mental health",
        """mental health, mental illness, counselling, counsellor, therapy, therapist, psychotherapy,
        psychologist, psychiatrist, psychiatric, depression, depressed, anxiety, anxious, panic
        attack, panic attacks, trauma, ptsd, eating disorder, anorexia, bulimia, ocd, bipolar,
        schizophrenia, psychosis, self-harm, behavioral health, emotional wellbeing, stress management,
        psychotherapie, therapeut, depressionen, angste, panikattacken, essstorung,
        salud mental, terapia, psicologo, depresion, ansiedad""",
        """panic, panicking, panic at night, panic attacks at night, shrink, stress, stressed,
        overwhelmed, burnout, burnt out, breakdown, nervous breakdown, cant cope, not coping, cant sleep, sad, crying, cry all the time, hear voices, hearing voices, hurt myself,
        cutting myself, worried all the
        time, low mood, feel empty, hopeless, going crazy, losing my mind, psyche, traurig,
        uberfordert""",
    ),
    "crisis": Kind(
        "a crisis, or thoughts of suicide",
        """suicide, suicidal, suicide prevention, crisis line, crisis hotline, crisis team, crisis
        intervention, mental health crisis, samaritans, suizid, krisendienst, suicidio, linea de
        crisis""",
        """kill myself, killing myself, end my life, end it all, want to die, dont want to live, dont
        want to be here, cant go on, take my own life, no reason to live, nicht mehr leben, me
        quiero morir""",
    ),
    "talk": Kind(
        "someone to talk to",
        """listening service, listening line, listening ear, listening, warmline, warm line, peer support, support
        group, support groups, befriending, emotional support, self-help group,
        telefonseelsorge, selbsthilfegruppe, seelsorge, grupo de apoyo""",
        """someone to talk to, somebody to talk to, someone to listen, talk to someone, talk to
        somebody, need to talk, speak to someone, someone who listens, person to talk to, anyone to
        talk to, jemand zum reden, mit jemandem reden, hablar con alguien""",
    ),
    "lonely": Kind(
        "being alone less",
        """loneliness, lonely, social isolation, isolated, befriending, social club, social group,
        day centre, drop-in centre, community cafe, coffee morning, lunch club, companionship,
        friendly visiting, friendship, einsamkeit, einsam, besuchsdienst, begegnungsstatte, soledad""",
        """alone, no friends, make friends, meet people, someone to visit, on my own,
        nobody to talk to, freunde finden, allein, sola, amigos""",
    ),
    "grief": Kind(
        "grief",
        """grief, grieving, bereavement, bereaved, mourning, loss of a loved one, funeral, funeral
        costs, burial, widow, widows, widower, hospice, end of life, palliative, miscarriage,
        stillbirth, trauer, trauernde, hospiz, bestattung, fehlgeburt, duelo, luto, funerario""",
        """died, death, dead, passed away, dying, my mum died, my husband died, my wife died, lost
        my mother, lost my father, lost my baby, lost my husband, lost my wife, gestorben, tod,
        murio, muerte""",
    ),
    "addiction": Kind(
        "drink and drugs",
        """addiction, addicted, addict, drinkers, drinking problem, substance abuse, substance use, substance misuse, alcohol,
        alcoholic, alcoholism, alcoholics anonymous, narcotics anonymous, drugs, drug, drug treatment,
        detox, detoxification, rehab, rehabilitation centre, recovery, opioid, opioids, heroin,
        methadone, cocaine, meth, needle exchange, harm reduction, sober, sober living, naloxone, al-anon,
        sucht, suchtberatung, drogen, alkohol, entzug, adiccion, alcoholicos anonimos, drogas""",
        """drinking, drink, drunk, drinks too much, drinking too much, stop drinking, quit drinking,
        weed, pills, hooked on, overdose, using again, relapse, relapsed, get clean, high all the
        time, saufen, trinkt""",
    ),
    "gambling": Kind(
        "gambling",
        """gambling, gambler, gamblers, gamblers anonymous, betting, problem gambling, spielsucht,
        glucksspiel, ludopatia""",
        "bet, bets, slot machines, slots, casino, lost it all on bets, online poker, zocken, apuestas",
    ),
    "smoking": Kind(
        "stopping smoking",
        """smoking cessation, stop smoking, quit smoking, tobacco, nicotine, rauchen aufhoren,
        rauchfrei, dejar de fumar""",
        "smoking, cigarettes, vaping, rauchen, fumar",
    ),
    "work": Kind(
        "work and jobs",
        """employment, employer, jobs, job, job search, job seekers, jobseeker, job training,
        vocational, careers, career, cv writing, resume, interview skills, apprenticeship,
        unemployed, unemployment, workforce, work experience, workers rights, employment rights,
        employment law, labor law, labour law, trade union, wrongful dismissal, unfair dismissal, wage
        theft, unpaid wages, migrant workers, farmworkers, farm worker, employee, redundancy, arbeit,
        arbeitslos, arbeitsrecht, jobcenter, kundigung, bewerbung, empleo, trabajo, desempleo, despido""",
        """fired, got fired, being fired, laid off, sacked, got the sack, dismissed, made redundant,
        lost my job, losing my job, find work, find a job, need a job, boss, my boss, not paid,
        wont pay me, didnt pay me, wages, paycheck, bullied at work, harassed at work, quit my job,
        out of work, job interview, gekundigt, entlassen, chef, jefe, sueldo""",
    ),
    "benefits": Kind(
        "benefits",
        """benefits, public benefits, welfare, welfare rights, welfare benefits, social security,
        ssi, ssdi, medicaid, medicare, food stamps, snap, tanf, link card, universal credit, housing
        benefit, pip, attendance allowance, pension credit, disability benefits, unemployment insurance,
        unemployment benefits, pension, pensions, retirement income, sozialhilfe, burgergeld,
        hartz iv, wohngeld, kindergeld, rente, grundsicherung, beneficios, seguro social,
        cupones de alimentos""",
        """benefit, dole, allowance, sanctioned, benefits stopped, benefits cut, claim denied,
        disability denied, disability check, social security denied, appeal my benefits, ebt, retirement,
        jobcentre, amt, antrag, ayudas""",
    ),
    "tax": Kind(
        "tax",
        """tax, taxes, tax return, tax preparation, income tax, tax clinic, irs, hmrc, tax credit,
        steuer, steuererklarung, lohnsteuerhilfe, impuestos""",
        "owe taxes, tax bill, tax debt, refund, finanzamt",
    ),
    "immigration": Kind(
        "immigration and papers",
        """immigration, immigrant, immigrants, migrant, migrants, refugee, refugees, asylum,
        asylum seeker, asylum seekers, visa, green card, citizenship, naturalization, naturalisation,
        deportation, deported, undocumented, daca, deferred action, work permit, residence permit,
        leave to remain, settled status, newcomers, esol, unaccompanied, asyl, fluchtling, geflucht,
        migration, migrationsberatung, aufenthalt, aufenthaltserlaubnis, einburgerung, inmigracion,
        inmigrante, migrante, refugiado, asilo, ciudadania, indocumentado""",
        """papers, immigration papers, my papers, without papers, ice, ice arrested, border, over the
        border, border patrol, detained by ice, home office, overstayed, become a citizen, passport,
        came to this country, new in this country, abschiebung, papiere, papeles, sin papeles, migra,
        deportar""",
    ),
    "disability": Kind(
        "disability",
        """disability, disabilities, disabled, people with disabilities, wheelchair, accessible,
        independent living, blind, visually impaired, sight loss, deaf, hearing loss, hard of hearing,
        autism, autistic, adhd, learning disability, learning difficulties, developmental
        disability, down syndrome, special needs, special education, assistive technology, mobility
        aid, occupational therapy, brain injury, behinderung, behindert, schwerbehindert, rollstuhl,
        blinde, gehorlos, autismus, discapacidad, discapacitado, ciego, sordo""",
        "cant walk, cant see, cant hear, handicapped, hearing aid, special ed",
    ),
    "older": Kind(
        "getting older",
        """older people, older adults, elderly, elder, elder law, senior citizens, senior citizen,
        seniors, senior, senior center, aging, ageing, age uk, area agency on aging, retired,
        pensioner, pensioners, home care, dementia, alzheimer, alzheimers, senioren, demenz, altere menschen, ancianos, personas mayores,
        tercera edad""",
        """old people, old age, my mum is old, old mother, old father, grandma, grandpa,
        grandmother, grandfather, forgets everything, oma, opa, abuela, abuelo""",
    ),
    "carehome": Kind(
        "care homes",
        """nursing home, nursing homes, long term care, ombudsman, assisted living, care home, care
        homes, residential care, altenheim, pflegeheim, pflegeheime, heimaufsicht, residencia de
        ancianos, asilo de ancianos""",
        "put my mother in a home, mistreated in a home, old peoples home",
    ),
    "carer": Kind(
        "caring for someone",
        """carer, carers, caregiver, caregivers, caregiving, respite, respite care, family
        caregiver, young carers, pflegende angehorige, pflegeberatung, pflegedienst, cuidador, cuidadores""",
        """caring for, caring for my, care for my mother, care for my father, looking after my,
        look after my, take care of my, taking care of my, care of my mum, care of my dad, care of a
        parent, pflege, mutter pflegen, cuidar""",
    ),
    "wills": Kind(
        "wills and deciding for someone",
        """wills and trusts, wills and estates, simple wills, estate planning, power of attorney, advance directive, advance
        directives, living will, probate, inheritance, testament, vorsorgevollmacht, erbe,
        testamento, herencia""",
        """a will, my will, make a will, write a will, need a will, will for, will for my mother, last will, decide for my mother""",
    ),
    "childcare": Kind(
        "childcare",
        """childcare, child care, day care, daycare, nursery, nurseries, preschool, pre-school,
        head start, after school, after-school, afterschool, babysitting, babysitter, childminder,
        creche, holiday club, summer camp, kita, kindergarten, kinderbetreuung, tagesmutter, guarderia,
        cuidado de ninos""",
        """watch my kids, watch my children, look after my kids, look after my children, someone to
        mind my, babysit""",
    ),
    "parenting": Kind(
        "being a parent",
        """parenting, parents, new parents, new mothers, home visiting, family support, family
        centre, childrens centre, parent education, breastfeeding, postnatal, postnatal depression,
        single parents, single mothers, single parent, lone parent, toddlers, baby, babies, diapers,
        nappies, baby clothes, erziehungsberatung, alleinerziehend, eltern, familienberatung,
        windeln, crianza, padres, madre soltera, panales""",
        """single mum, single mom, single dad, newborn, my toddler, my baby, cant cope with my child,
        wont listen, tantrums, my child wont, behaviour of my son""",
    ),
    "youth": Kind(
        "young people",
        """youth, young people, teen, teens, teenager, teenagers, adolescent, adolescents, youth
        club, mentoring, mentor, runaway, runaways, juvenile, young adults, jugend, jugendliche,
        jugendberatung, jovenes, adolescentes""",
        """my teenage son, my teenage daughter, my teenager, ran away, run away from home, gang,
        gangs, under 18, 16 year old, 15 year old, 17 year old, 14 year old, im 15, im 16, im 17""",
    ),
    "study": Kind(
        "school and study",
        """education, special education, school, schools, tutoring, tutor, homework, homework club, ged, adult education,
        literacy, adult literacy, reading and writing, college, university, student, students, scholarship,
        scholarships, student support, study skills, english classes, esl, english as a second language,
        language classes, library, libraries, nachhilfe, schule, studium, studierende, bafog, deutschkurs,
        sprachkurs, escuela, estudiar, clases de ingles, becas""",
        """exam, exams, failing my course, failing, failing school, dropping out, drop out, learn
        english, learn to read, learn german, read and write, bullied at school, bullying,
        expelled, suspended from school, school excluded, school wont, teacher, course, uni,
        dissertation, prufung, examen, school fee, school fees""",
    ),
    "health": Kind(
        "health",
        """health centre, health center, health clinic, medical, medical care, doctor, doctors, gp,
        physician, primary care, hospital, nurse, prescription, prescriptions, medication, medicine,
        vaccination, immunization, vaccines, screening, health insurance, free clinic, community
        health, urgent care, cancer, diabetes, asthma, stroke, pharmacy, optician, eye care, glasses,
        arzt, krankenhaus, krankenversicherung, medikamente, krebs, medico, clinica, hospital,
        medicina, seguro medico""",
        """sick, ill, illness, pain, check up, no insurance, uninsured, no health insurance, meds,
        health, eye test, hausarzt, krank, enfermo, salud, hurt""",
    ),
    "dentist": Kind(
        "teeth",
        "dental, dentist, dentists, dentures, orthodontist, oral health, zahnarzt, dentista, dientes",
        "tooth, teeth, toothache, tooth pain, zahn, zahne, zahnschmerzen, muela",
    ),
    "sexual": Kind(
        "sexual health and pregnancy",
        """sexual health, hiv, hiv testing, sti, std, sti testing, contraception,
        contraceptive, birth control, family planning, abortion, pregnancy, pregnant, pregnancy test,
        prenatal, antenatal, maternity, midwife, doula, condoms, emergency contraception, schwanger,
        schwangerschaft, schwangerschaftsberatung, hebamme, verhutung, abtreibung, embarazo, embarazada,
        anticonceptivos, aborto, vih""",
        "morning after pill, the pill, tested, hiv positive, teenage pregnancy, missed my period",
    ),
    "transport": Kind(
        "getting there",
        """transport, transportation, medical transport, rides, bus pass, bus passes, community
        transport, dial a ride, paratransit, gas vouchers, volunteer drivers, car repair, fahrdienst,
        transporte""",
        """ride, ride to, lift to hospital, bus fare, bus ticket, no car, get to hospital, get to the
        doctor, get to work, drive me, gas money, driving licence, drivers license""",
    ),
    "goods": Kind(
        "clothes and furniture",
        """clothing, clothes, furniture, clothes bank, clothing bank, thrift store, charity shop,
        school uniform, school uniforms, school supplies, household goods, household items, winter coats,
        coats, baby bank, white goods, hygiene products, toiletries, kleidung,
        kleiderkammer, mobel, sozialkaufhaus, ropa, muebles""",
        """coat, shoes, bed, mattress, cot, crib, fridge, washing machine, cooker, sofa, jacket,
        blanket, blankets, uniform, schuhe, zapatos, cama""",
    ),
    "wash": Kind(
        "showers and laundry",
        "shower, showers, laundry, laundromat, washing facilities, dusche, duchas",
        "wash my clothes, take a shower, somewhere to wash",
    ),
    "energy": Kind(
        "heating and bills",
        """utility, utilities, utility assistance, energy assistance, liheap, fuel poverty, heating,
        heating assistance, weatherization, energy bills, energy advice, warm home discount, water
        bill, electricity, fuel vouchers, prepayment meter, heizkosten, stromschulden, heizung, strom,
        calefaccion, electricidad""",
        """electric, electric bill, gas bill, light bill, power cut off, power shut off, lights cut
        off, cut off my gas, cut off my electric, heat, cold house, freezing, meter, heating bill, luz""",
    ),
    "veterans": Kind(
        "veterans",
        """veteran, veterans, veterans benefits, armed forces, military, ex-service, service members, servicemembers,
        vets, va benefits, legion, bundeswehr, veterano, veteranos""",
        "army, navy, air force, marines, soldier, ex army, served in, deployed, military family, army family",
    ),
    "lgbtq": Kind(
        "LGBTQ+",
        """lgbt, lgbtq, lgbtqia, glbt, gay, lesbian, lesbians, bisexual, transgender, trans, queer,
        gender identity, sexual orientation, non-binary, nonbinary, schwul, lesbisch, gays,
        lesbiana, transgenero""",
        "coming out, come out, came out, change my gender, gender transition, pride",
    ),
    "rights": Kind(
        "discrimination and rights",
        """discrimination, civil rights, human rights, equality, equal rights, harassment, racism,
        racial, police misconduct, hate crime, diskriminierung, antidiskriminierung, discriminacion,
        derechos civiles""",
        """discriminated, racist, treated unfairly, because i am black, because im black,
        because of my race, because of my religion, refused service, unfair""",
    ),
    "digital": Kind(
        "forms, phones and computers",
        """digital skills, computer, computers, computer class, internet access, computer access,
        digital inclusion, free wifi, form filling, filling in forms, sim card, printing,
        device loan, computerkurs, formulare, ausfullhilfe, computadora, internet""",
        """fill in a form, fill in forms, fill out forms, fill out a form, online form, email account,
        use a computer, laptop, print something, smartphone, wifi, phone credit, cant read the letter,
        understand a letter, formular""",
    ),
    "translation": Kind(
        "interpreting and translating",
        """interpreter, interpreters, interpretation services, translation, translator,
        interpreting, dolmetscher, ubersetzer, ubersetzung, interprete, traductor, traduccion""",
        "translate, translate a letter, dont speak english, speak no english, habla espanol",
    ),
    "disaster": Kind(
        "after a fire, a flood, a storm",
        """disaster, disaster relief, flood, flooding, hurricane, tornado, earthquake, wildfire,
        storm, red cross, evacuation, fire victims, emergency preparedness, hochwasser, katastrophe,
        inundacion, desastre, incendio""",
        """house burned down, house burnt down, fire in my, flooded, my house flooded, lost everything
        in a fire, roof blew off""",
    ),
    "pets": Kind(
        "pets",
        """pet, pets, veterinary, vet clinic, animal shelter, animal, animals, pet food, spay,
        neuter, tierheim, tierarzt, haustier, mascota, mascotas, veterinario""",
        "dog, cat, vet bill, my dog, my cat, puppy, kitten, hund, katze, perro, gato",
    ),
    "business": Kind(
        "running a business or a charity",
        """small business, small businesses, entrepreneur, entrepreneurs, nonprofit, nonprofits,
        start-up, self-employed, business advice, community organizations, selbststandig,
        existenzgrundung, negocio""",
        "my business, my shop, start a business, my charity, freelance, freelancer",
    ),
    "arts": Kind(
        "art and artists",
        "artist, artists, arts, arts organizations, musician, musicians, theatre, art group, kunstler",
        "band, painter, copyright, artista",
    ),
    "environment": Kind(
        "pollution",
        "environmental, pollution, environmental law, contamination, umwelt, contaminacion",
        "polluted, toxic waste, bad smell from factory",
    ),
    "faith": Kind(
        "faith",
        """chaplain, chaplaincy, church, mosque, temple, synagogue, pastoral care, kirche, iglesia""",
        "pray, priest, pastor, imam, rabbi",
    ),
}
