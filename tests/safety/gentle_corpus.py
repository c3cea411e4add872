"""What people write in notes and asks: harmless words that look like danger, and words of danger.

Written for these tests, sentence by sentence; none of it was said by a real person. Part A was
written before the rules. The others were written after it, one by one, and each was measured before
any rule was changed for it. docs/gentle-question.md gives those first figures.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """Sentences of each sort. `another` is about somebody else who may be in danger."""

    harmless: tuple[str, ...]
    direct: tuple[str, ...]
    indirect: tuple[str, ...]
    another: tuple[str, ...]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.strip().splitlines())


A = Part(
    harmless=_lines("""
I’m on a diet and it is not going well.
The deadline is Friday and I have written two pages.
I’m dying to see you, it’s been months
You’re killing it at the new job, I hear.
My phone has a dead battery again, could you ring the landline?
We watched the film where he wants to die at the end, very sad.
That song, Killing Me Softly, has been in my head all week.
As the saying goes, “only the good die young”.
My feet are killing me after that shift.
I nearly died laughing when the cat fell in the bath
omg i could have died when he said my name in assembly
This queue makes me lose the will to live.
I’d kill for a cup of tea right now.
The suspense is killing me, did you get the flat?
Her gran died in March and she’s not been the same since.
My mum died two years ago and I still set the table for her.
I’m dead tired, can someone else drive?
dead on my feet tonight, can we do it tomorrow instead
Please kill the process on the server before it eats all the memory.
Have you seen Suicide Squad yet? I can get tickets.
Can you help me with hanging pictures on Saturday?
I overdosed on chocolate at Easter and now I’m paying for it.
He committed the file to the wrong branch and I’m the one fixing it.
I took all my tablets this morning as the doctor told me.
How many paracetamol can I give a six-year-old in a day?
I’m not suicidal or anything, I’m just really tired and could use a hand.
I would never hurt myself, I just need a break from the kids.
I cut myself shaving and bled all over the clean shirt
I hurt my back lifting the washing machine, could you help with the shopping?
I don’t want to be here on Thursday when the builders come, can I sit at yours?
I don’t want to live in London any more, the rent is mad.
i dont want to live with my parents anymore they fight all day
They would be better off without me in goal, I let in six.
There’s no point going on Sunday if the shops are shut.
I can’t go on holiday this year because of the money.
I can’t take any more overtime, my contract says so.
I have a burden of proof to meet for the insurance claim.
The end is in sight: two exams left.
I want to end it with Tom but I don’t know how to say it.
We decided to end things after Christmas, it was mutual.
I’ve written a goodbye card for Anne, she retires on Friday.
Say goodbye to the old kitchen, the new one comes on Monday.
When I’m gone next week, could you feed the cat?
I’m giving away a sofa and two chairs because we move to a smaller flat.
My grandad wants to sort out his will, do you know a solicitor?
I’ve never been so embarrassed, I wanted to die when the slide came up.
I wish I was dead rich and could just pay someone to do it
Jump off the bus at Mill Lane and I’ll meet you there.
We’re doing a charity bungee jump off a bridge, will you sponsor me?
The bridge is closed so I will be late.
I shot myself in the foot with that email.
Stop killing yourself over the garden, it looks lovely.
I’m killing myself at the gym for this half marathon.
I’ve been killing time at the station, the train is an hour late.
If looks could kill, I’d be gone by now.
I’m hanging out with Josh later if you want to come.
I’m going to hang my coat up and call it a career.
The plant wants to live, it has a new leaf.
My laptop has decided it doesn’t want to live any more.
They want to know if I would live there full time.
Could you wake me if I don’t hear the alarm? I never wake up on time.
I don’t want to wake up the baby, so text when you’re outside.
I could sleep forever after that night shift.
I slept like the dead and missed my alarm.
The audience loved it and nobody noticed my mistake.
She is a skilled nurse and studied in Leeds.
List of ingredients: flour, eggs, butter, dye for the icing.
I need help to dye my hair before the wedding.
He died in the last chapter and I threw the book at the wall.
My essay is on suicide rates in nineteenth-century France, Durkheim and all that.
The lecture on self-harm in schools was cancelled, can I see your notes?
I have to give a talk on suicide prevention at work and I’m nervous.
I’m doing the sponsored walk for the Samaritans, would you join me?
The newspaper said a man was found dead near the river.
The news is full of people killed in the war, I had to switch it off.
My uncle killed himself when I was nine and nobody ever talked about it.
She lost her brother to suicide and I don’t know what to write on the card.
We lost Dad to an overdose and the inquest is next month.
The vet says we may have to put the dog down.
The cat is dead. I know it’s only a cat, but could you come over?
I feel dead inside on Monday mornings before coffee
I was bored to death at the meeting.
I’m scared to death of the dentist, could you come with me?
Over my dead body will he get the house.
It’s a dead end job but it pays the rent.
I’m worried sick about the mortgage and I can’t sleep.
I feel so alone since the kids moved out.
I cried all day and I don’t know why, can you come round?
I’m overwhelmed with mum’s care and need someone for two hours a week.
I can’t cope with the paperwork on my own.
I feel like a burden asking you again, but could you drive me to the clinic?
I don’t want to be a burden, so please say no if it’s too much.
I hate asking for help, I was brought up to manage.
I’m so tired, I’ve had three hours of sleep.
I want to disappear to a beach for a week.
I want these spots to disappear before Saturday.
Nobody would notice if I left the party early.
I don’t care if I live in a house or a flat as long as it’s dry.
Life is hard with two toddlers and no sleep.
I’ve had enough of this weather.
I’m done with this essay, finally.
I’m sick of living out of boxes.
I am tired of being the one who always drives.
What’s the point of having a boiler cover if they never come?
There is no way out of the car park after ten.
My life is over, I dropped my phone in the loo lol
I’m going to kill my brother if he eats my leftovers again.
mum is going to kill me when she sees the car
Could kill a curry tonight, anyone in?
I died three times on that level, can you get me past the boss?
In the game I keep killing myself with my own grenades.
The character in my novel decides to hang himself and I can’t get the scene right.
We sang “I Want to Break Free” at karaoke.
Romeo drinks the poison and dies, that’s the bit I have to act.
I have a plan for the garden and need someone with a spade.
Take your tablets with food, the nurse said.
I need to collect Dad’s pills from the pharmacy.
I have saved up enough for a new bike.
The cliff walk is lovely at this time of year, join me?
The train was late because someone was on the tracks.
I can’t see a future for the shop on the high street.
I’d rather die than eat sprouts again.
To die for, that cake.
I want to die of shame every time I think of that speech.
I’d kill myself if I had to sit through that meeting again haha
He’s a dead ringer for your dad.
Is the line dead or did you hang up?
The whole team is burnt out, me included.
Do I need a licence to keep a shotgun at the farm?
I bought a rope for the boys’ swing.
I’m at the end of my rope with this printer.
Please put me out of my misery and tell me the score.
I wish I could just vanish from these group chats.
It hurts so much since she left, I can’t stop crying.
"""),
    direct=_lines("""
I want to die.
i want to die
I just want to be dead.
im going to kill myself
I’m thinking of killing myself.
I keep thinking about suicide.
I feel suicidal and I don’t know who to tell.
I have been having suicidal thoughts since Christmas.
I want to end my life.
I’m going to end it all tonight.
I wish I was dead.
I wish I were dead, that’s all.
i wanna die so bad
wanna kms
gonna kms if this goes on
I don’t want to live any more.
I don’t want to be alive.
I do not wish to live any longer.
idk i just dont want to be alive anymore
I’ve decided to take my own life.
I tried to kill myself last night.
I took an overdose in May and nobody knows.
I’ve been thinking about hanging myself.
I have thought about jumping off the bridge.
I want to jump in front of a train.
I’m going to take all my pills.
I’ve saved up my tablets and I’m going to take them.
I have a plan to kill myself.
I’m scared I’m going to kill myself.
I can’t stop thinking about killing myself.
Sometimes I think about ending my life.
thinking about ending it all tbh
I’d rather be dead than carry on like this.
I’d be better off dead.
I want to top myself, I really do.
Feel like topping meself.
I’ll do myself in one of these days.
I am going to slit my wrists.
I want to unalive myself
im suicidal again and my therapist is on holiday
I keep having thoughts of suicide.
I want to commit suicide.
i think im going to commit sucide
I wrote a suicide note.
I hope I die in my sleep.
I hope I don’t wake up tomorrow.
I want to go to sleep and never wake up.
I have no reason to live.
There’s nothing left to live for.
I’ve been cutting myself again.
I’ve started self harming again
I want to hurt myself.
I hurt myself on purpose yesterday.
I burn myself with cigarettes when it gets too much.
i cut again last night and its deep
I’ve got the urge to cut.
My head keeps saying “just kill yourself”.
I know I said I was fine but I want to be dead.
I can’t do this any more, I want to kill myself
Every morning I wake up and wish I hadn’t, I want to die.
"""),
    indirect=_lines("""
Everyone would be better off without me.
They’d all be better off if I was gone.
My kids would be happier without me around.
I don’t want to be here any more.
i dont want to be here anymore
I just want to disappear forever.
I wish I could go to sleep and not wake up.
I wish I’d never been born.
I wish I didn’t exist.
I want to stop existing.
There’s no point any more.
There is no point in going on.
What’s the point in living?
I see no point in anything.
I can’t go on.
I can’t go on like this.
I can’t do this any more.
I can’t see a way out.
There’s no way out for me.
I have no future.
I can’t see a future for myself.
I’m tired of living.
I’m so tired of being alive.
I’m sick of life.
I’ve had enough of life.
I’m done with life.
I just want it all to stop.
I want everything to end.
I just want the pain to end.
I’m a burden to everyone.
All I am is a burden on my family.
Nobody would miss me if I was gone.
no one would even notice if i died
Nobody would care if I disappeared.
The world would be better without me.
You won’t have to worry about me much longer.
I won’t be around much longer.
I won’t be here by Christmas.
By the time you read this I’ll be gone.
I’ve written letters to the children for when I’m gone.
I have put my affairs in order, so nobody will have to.
I’ve given away my guitar, I won’t need it where I’m going.
Look after Mum when I’m gone.
Please take care of my dog when I am not here any more.
This is goodbye.
Goodbye everyone, I’m sorry.
I’m sorry for everything. I love you all. Goodbye.
Soon it will all be over.
I don’t care whether I live or die.
I wouldn’t mind if I didn’t wake up.
If a bus hit me tomorrow I would not mind.
I hope a car hits me on the way home.
I cross the road without looking these days.
I don’t trust myself to be alone tonight.
I’m scared of what I might do to myself.
I’m afraid I might do something stupid tonight.
I don’t feel safe with myself.
I looked up how many tablets it would take.
I stood on the bridge for an hour last night.
I think about driving into a tree.
I want to join my wife, it’s been four years.
I pray every night that God takes me.
My life isn’t worth living.
I don’t deserve to live.
I want to be at peace at last, I’m so tired.
"""),
    another=_lines("""
My friend wants to die and I don’t know what to say.
My son says he wants to kill himself.
my best mate is suicidal and told me not to tell anyone
My daughter has been cutting herself.
She keeps saying she doesn’t want to be alive.
My brother talks about ending his life.
My husband said we’d all be better off without him.
A girl in my class told me she took an overdose last night.
I’m worried that my dad is thinking about suicide.
he tried to kill himself on sunday and im the only one who knows
"""),
)

B = Part(
    harmless=_lines("""
Mam’s funeral is on Tuesday and I’ve nobody to mind the dog.
I died inside when I realised I’d sent it to the whole company.
Deadlines, deadlines. I could scream.
Would you ever come over, I’m perishing with boredom.
this heat is gonna be the death of me
I swear my back will kill me if I carry one more box
Arsenal got slaughtered on Saturday, I’m still not over it.
We murdered that bottle of red.
The baby finally went to sleep, please do not wake her when you come in.
I’m not ready to wake up at five for the market.
can u feed my fish when im away, they die so easy
I’m reading a book about a woman who wants to disappear and starts again in Spain.
My favourite lyric is “I wish I was dead and buried”, from some old blues record.
We’re putting on Hamlet, I’m Ophelia, and I have to drown myself at the end of Act Four.
He shouted “I’ll kill you” at the ref and got sent off.
my bestie slayed at the talent show
Can you jump start my car? The battery is dead.
I’d be lost without you, thanks for yesterday.
He’d be better off without her, if you ask me.
The garden would be better off without that hedge.
You would all be better off without me driving, I’ve had two pints.
I’m a burden on my team this season, I keep missing training.
I don’t want to go on the school trip, can you write me a note?
I can’t go on the rollercoaster, it makes me sick.
There’s no point in living so far from work, is there?
There is no point going on about it.
What’s the point of a garden if it never stops raining?
I want to stop being so late for everything.
I’m tired of living next to a building site.
I’m sick of life admin, forms everywhere.
I’ve had enough of living like a student, I want a proper kitchen.
I’m done with life drawing, I’m trying pottery.
Had it with this printer, I’m ready to throw it out of the window.
I could murder a kebab.
I stabbed my thumb with the potato peeler, can you drive me to A&E?
I cut my leg on the fence and need someone to look at it.
I burnt myself on the iron again, do you have any cream?
The GP upped my tablets and I feel sleepy all day.
Did you take your pills, love?
I took two paracetamol and went to bed.
The chemist has run out of my sleeping tablets.
I counted all the tablets into the box for the week, but could you check?
What is the maximum dose of ibuprofen for an adult?
Our neighbour fell off his roof and broke a hip.
We stood on the bridge to watch the boat race.
I nearly got hit by a bus on my bike, still shaking.
I’m terrified of dying in childbirth like my aunt, can someone come to the appointment?
I’m afraid of dying, and the scan is on Monday.
The doctor says Dad is dying. Could you sit with me?
Grandad wants to die at home and we need help with the night shifts.
My cousin took her own life last spring and her birthday is coming up.
It’s a year since my flatmate’s suicide, and I’d like company that day.
I’m writing a story where the captain goes down with the ship.
In Sims I always drown them in the pool.
My character died again, this dungeon is impossible.
We have a suicide prevention training at the school and I’d like to swap.
The paper says suicide among farmers is rising.
Assisted suicide is being debated in parliament, can we talk about it in class?
That would be career suicide.
He ran suicides for the whole basketball practice.
She’s on a suicide mission with that budget.
I’m doing dry January and I’m dying for a pint.
I’d die without my dishwasher.
I’m dying to know how it went with Sam.
I laughed so hard I wanted to die
i literally want to die of embarrassment, i waved back at someone who wasnt waving at me
My goldfish wants a bigger tank.
My phone is on its last legs, it dies at 40 %.
I’ll be gone by the time you get home, key under the mat.
When I’m not here on Friday, who will open up?
I won’t be here next week, so ask Jo.
I won’t be around at the weekend, sorry.
This is the last time I lend him money.
Saying goodbye to my classmates on Friday was hard.
I’ve written a letter to my mum about the wedding.
I need to get my affairs in order before the tax return is due.
I’m giving all my baby clothes to the charity shop.
I found a new home for the rabbits because the landlord says no pets.
I can’t see a future in this company.
Nobody would notice if I wore the same shirt all week.
I’m afraid I might do something silly like buy it.
I don’t trust myself around biscuits.
It doesn’t feel safe in my street after dark.
I have no energy left after work, could someone cook on Thursdays?
I feel worthless at maths, could you explain fractions?
I hate Mondays so much.
I feel hopeless at parallel parking.
I want it all to be over: the move, the boxes, the paint.
I just want the exam to end.
I want the pain in my knee to stop so I can run again.
Help me stop the alarm, it won’t end.
I’m exhausted from chemo and the shopping is too heavy.
I feel very low since the divorce and would like a walk with someone.
I have been depressed for a year and take medication for it.
I have panic attacks at night. Can I ring you when it happens?
I’m lonely on Sundays.
Everything is too much right now, could you take the kids on Saturday?
I’m not thinking of suicide, the doctor asked me that too.
No, I’ve never wanted to harm myself.
I don’t want to die, I want to see my grandchildren grow up.
I used to cut my own fringe, never again.
"""),
    direct=_lines("""
honest to god i want to be dead
I’ve been suicidal for weeks now
Been feeling quite suicidal of late, and at my age one does not say so.
I can’t stop thinking about how to kill myself
im thinkin bout endin my life
been thinking of ending things for good, i mean my life
I don’t wanna live anymore man
i dnt want 2 live no more
Ive planned my suicide
I nearly killed meself last week
I was going to hang myself in the garage but my son came home.
I bought a rope and I’m going to use it on myself.
I’m gonna throw myself under a train
tempted to jump off the car park roof
I took a load of pills last night and woke up
i want to od
I might as well be dead.
I wish I’d died in that crash.
Why can’t I just die.
Let me die.
I’m ready to die.
I’m going to end myself.
I’m done, I’m killing myself tonight.
I’ll be dead by Monday, I’ve decided.
I want out. I want to be dead and gone.
Suicide is the only thing I think about.
Suicide seems like the only answer.
I have tried to take my life before and I think I will again.
I attempted two years ago and the feelings are back.
I don’t see why I shouldn’t kill myself.
Every night I pray to die.
I am thinking about taking an overdose.
I’ve got enough insulin here to kill me.
I would rather die than live like this.
sh is the only thing that helps, did it again last night
I cut my arms when it gets bad.
I keep hurting myself and hiding it under long sleeves.
been scratching myself til i bleed
I can’t be trusted not to kill myself.
no one knows im planning to die
"""),
    indirect=_lines("""
They’d manage grand without me, better even.
You’d be better off with me gone.
It would be easier for everybody if I just wasn’t here.
I’m only in the way. The family would be happier if I’d never existed.
If I died tomorrow not one person would notice.
Who’d even come to my funeral?
I’ve become such a burden on my wife.
I’m sick of being a burden to everyone.
i just wanna sleep and never wake up
Wish I’d just not wake up one morning.
I go to bed hoping I won’t wake up
I don’t want to wake up tomorrow.
I don’t want to exist
can’t keep living like this
I’ve lost the will to live.
There’s nothing here for me any more.
There is nothing to look forward to, ever.
I don’t see the point of being alive.
what’s even the point of me
I’ve got no fight left in me.
It’s never going to get better.
Life’s just not worth it.
My life is pointless.
I’m at the end of the road.
I just can’t do life any more.
I want the suffering to be over.
I want it to be over. All of it.
Make it all stop.
I want to be with my Harold again, up there.
I’m ready for the Lord to take me.
It should have been me that died.
I’ve lived long enough.
I look at the train tracks and think how easy it would be.
Sometimes on the motorway I think about just letting go of the wheel.
I keep looking at the knives in the kitchen.
I’ve been putting tablets by.
I’ve been googling painless ways to go.
You won’t need to worry about me for much longer.
I just want you to know I love you, and it isn’t your fault.
Take care of each other when I’m gone.
I’ve said my goodbyes.
I’ve sorted the insurance so the kids will be fine.
This will be my last Christmas, I’ve made sure of that.
I don’t think I’ll make it to my next birthday.
I can’t promise I’ll be here tomorrow.
I’m frightened of what I might do tonight.
I’m having really dark thoughts again.
I shouldn’t be left alone tonight.
"""),
    another=_lines("""
My sister says she’d rather be dead.
my bf keeps saying he’s gonna kill himself if i leave
Our lad has been self harming, we found the blades.
I think my flatmate is suicidal.
My mum says she doesn’t want to live any more since Dad died.
"""),
)

C = Part(
    harmless=_lines("""
I could do with an extra pair of hands for the move on the 14th.
My daughter’s exams start Monday and the house is a war zone.
We’re dying of heat in here, have you got a fan to lend?
The printer at work has a death wish.
Mum says I’ll catch my death without a coat.
Dad’s at death’s door with man flu, again.
I was so nervous I thought I’d die, but the interview went fine.
The wifi keeps dying on me.
Our old Labrador died on Tuesday and the kids are heartbroken.
I keep crying since my nan’s funeral, can you come over?
My husband passed away in June and the evenings are long.
I miss my brother. He took his own life six years ago today.
Three people I know have lost someone to suicide. I’m doing a memory walk for them.
I’m reading The Bell Jar for class and need to talk about it.
There’s a scene in the play where I have to say “I want to die”, any acting tips?
Have you heard the new song Kill Bill? It’s stuck in my head.
Taylor Swift’s “Death by a Thousand Cuts” is on repeat here.
I beat the final boss without dying once.
My team got absolutely killed on Saturday.
You’re going to kill me, I forgot your charger.
If I have to hear that advert again I’ll scream.
I’d give my right arm for a day off.
I nearly had a heart attack when the bill came.
I’m dead serious, can you be there at eight?
It’s dead quiet here without the kids.
He’s dead right about the boiler.
Drop dead gorgeous dress, where did you buy it?
I’m beyond dead after that double shift lol
This spreadsheet makes me want to die.
maths makes me wanna kill myself, can u explain question 4
I could hang myself, I’ve just deleted the wrong folder, haha.
Kill the lights when you leave.
Does the dose of this medicine go up with weight?
I have forgotten whether I took my blood pressure pills today.
The hospital changed my insulin and I need help with the pen.
My anti-depressants make me sleepy. Could you walk with me in the mornings?
I take too many painkillers for my back, could you help me talk to the GP?
Can dogs overdose on chocolate?
I overdid it at the gym and everything hurts.
I cut my finger slicing onions.
cut my hand open on a tin, is anyone free to drive me
I’ve burned my arm on the oven shelf.
Could you help me cut the hedge?
I want to cut down on sugar.
I want to cut and dye my hair.
My therapist and I talked about self-care.
We learned about self-harm in safeguarding training today.
I don’t want to live alone any more, I’m thinking of a lodger.
I don’t want to be here for the fireworks because of the dog.
I don’t want to be alone at Christmas.
I wish I wasn’t here, this wedding is so dull.
I wish I was somewhere else.
I wish I had never bought this house.
I want to disappear for a weekend with a book.
I just want to sleep for a week.
I can’t wake up in the mornings, could you ring me at seven?
I can’t do this crossword any more, give me a hint.
I can’t take the dog to the vet on my own.
I can’t go on with the choir this term, sorry.
I can’t carry on paying for two cars.
I can’t keep up with the washing.
What’s the point of paying for a gym I don’t go to?
There’s no point in both of us driving.
I’ve got nothing left in the freezer.
There’s nothing left for me to eat at these parties, I’m vegan.
I see no way out of this contract.
I’m tired of fighting with the insurance company.
I’m sick and tired of this cough.
I’m done with dating apps.
I’ve had it up to here with the neighbours.
I’ve given up on ever finding a parking space.
They can manage without me on Thursday.
The office will survive without me for a week.
The kids are better off with their gran today, I have a migraine.
I don’t want to burden you with this, but could we talk?
I’m worried about being a burden when I’m old.
I feel useless at work since the new boss came.
Nobody noticed I’d cut my hair.
Nobody cares about the recycling but me.
No one will miss me if I skip the meeting.
Who will look after the allotment when I’m away?
When I’m dead you can have the piano, but not before, love.
I’ve written my will with the solicitor, it’s all sorted now.
Goodbye for now, see you on Sunday.
This is my last day at the office, come for cake.
I said goodbye to my flat today and handed over the keys.
It’ll all be over by Friday, then I can help you move.
I won’t need the cot any more, do you want it?
Sorry for everything I said last night, can we talk?
I’m scared of what the scan will show.
I’m afraid I’ll do something stupid like text my ex.
I don’t trust myself with this saw, could you do it?
Is it safe to be on my own after the anaesthetic?
The train tracks near us are noisy at night.
We jumped off the pier into the sea, it was freezing.
I drove into the ditch in the snow, can you tow me out?
I walked into a lamppost and broke my glasses.
Could you take Dad to the bridge club on Tuesday?
I have a plan B if the venue falls through.
I took the kids to the cliff path and nearly lost my hat.
My mate’s a stand-up and he died on stage last night.
My brother is a suicidal driver, I’m not getting in his car.
I’m not going to kill myself over a school report.
I’d never do anything to hurt myself, I promise, I just need to talk.
"""),
    direct=_lines("""
I’ve been thinking about killing myself a lot lately.
I don’t think I want to be alive.
Some days I honestly just want to be dead.
I have thoughts about ending my life every day.
im so done i want to kms
i wanna off myself
I’m thinking about hurting myself tonight
I started cutting when I was fourteen and I’m doing it again.
I’m having thoughts of self-harm.
I have a rope in the garage and I keep going to look at it.
I’ve got a stash of pills in my drawer for when I’m ready.
I want to swallow everything in the medicine cabinet.
i think ill take all my antidepressants at once
I want to drive my car into a tree.
I want to walk into the sea and not come back.
I feel like throwing myself off the balcony.
One day I’ll just step in front of a lorry.
I’m planning to kill myself after my daughter’s wedding.
I know how I’m going to end it.
I’m going to die by suicide, I know it.
Suicide has been on my mind since she left.
I’m considering suicide.
It feels like suicide is the only way out.
I am actively suicidal.
i feel sucidal all the time
Would it hurt to hang yourself? I think about doing it.
I tried to hang myself on Sunday.
Last year I tried to end my life, and it’s all coming back.
I almost jumped from the bridge last night.
I wish I’d succeeded when I tried to kill myself.
I hate that my attempt failed.
I pray I die soon.
I’d like to die, to be perfectly frank with you.
Please just let me die.
I don’t want to live.
I do not wish to go on living.
I can’t live any more.
i cant be alive anymore its too much
I’ve made up my mind to end my life.
The only reason I haven’t killed myself is my dog.
If it wasn’t for my kids I’d have killed myself by now.
I want to shoot myself.
there’s a voice telling me to kill myself
I’m fantasising about my own death.
I’m not safe. I’m going to kill myself.
I want to bleed out in the bath.
Life is too painful and I want to end it.
I’ve googled how to die without pain.
Death is all I think about.
I want my life to end.
"""),
    indirect=_lines("""
I feel like everyone would be happier if I disappeared.
My family would be better off if I wasn’t around.
I’m nothing but a burden to the people I love.
I don’t think anyone would notice if I was gone.
I don’t see a reason to keep going.
There’s nothing left for me.
I can’t keep going any more.
I can’t keep doing this. I’m so tired.
I don’t know how much longer I can do this.
I don’t know how much longer I can hold on.
I’m not sure I’ll be here next week.
I’ve lost all hope.
I feel trapped and there is no escape.
The pain will never end.
I want to go to sleep and not have to wake up.
I just want to be gone.
I wish I could fade away.
I wish it would all just end.
Sometimes I wish I’d never woken up this morning.
If I didn’t wake up tomorrow, that would be fine.
It would be a relief not to be here.
I’m exhausted by life.
I don’t belong in this world.
The world doesn’t need me.
There’s no place for me in this world.
Life has no meaning for me any more.
What is there left to live for?
I’ve been giving away my favourite things to friends.
I’ve been writing goodbye letters.
I’ve made my peace and said what I needed to say.
I’ve updated my will and wrote down all my passwords for my wife.
Please tell my kids I love them.
Promise me you’ll look after the cat if anything happens to me.
Thank you for being my friend. You were always good to me. Goodbye.
You’ll all be fine without me.
I won’t be a problem for anyone soon.
This is the last time you’ll hear from me.
I won’t be needing my things any more.
I’ve stopped looking when I cross the street.
I hope I get cancer or something.
I wouldn’t care if the plane went down.
I’ve been drinking and driving too fast and I don’t care what happens.
I don’t trust what I’ll do tonight.
I’m scared to be alone with my thoughts.
The thoughts are getting darker.
I’m ready to go. I’ve had a good life.
I just want to be with my mum in heaven.
Nobody can help me now.
I’m too broken to be fixed.
I can’t see myself being here in a year.
"""),
    another=_lines("""
My friend says she wants to end her life.
My teenage son told me he wishes he was dead.
My flatmate tried to take an overdose on Friday.
I think my sister is self-harming.
My colleague keeps talking about suicide.
He said everyone would be better off without him.
My wife doesn’t want to be alive since the baby came.
my friend texted “i want to kill myself” and now she wont answer
"""),
)

D = Part(
    harmless=_lines("""
Could you drive me to chemo on Thursday? I’m too tired to take the bus.
I’ve been made redundant and the rent is due on the first.
My son won’t go to school and I’m at my wits’ end.
I’m carrying Dad’s dementia and a full-time job. Something has to give.
I’m drowning in paperwork here.
I need someone to hold my hand at the dentist, it terrifies me.
We had the wake at the pub, and there was singing until two.
The obituary needs to be in by noon. Could you read it over?
I have to identify Mum’s jewellery for the probate people.
My best friend died in a car crash when we were nineteen, and today is the day.
I still talk to my late wife every evening.
I keep thinking about Dad’s last days in the hospice.
Since the miscarriage I can’t look at prams.
I’m scared of dying on the operating table, is that silly?
The doctor says it’s terminal, and I don’t know how to tell the kids.
My gran says she’s ready to go whenever the Lord wants her, she’s ninety-six and laughs about it.
I ended it with her last week and now I regret it.
I want to end things with my business partner.
He ended the call before I could explain.
They’re ending my contract in May.
You’ll be the death of me, you lot.
I’d sooner die than sing in public haha
I could just die, he saw me in my pyjamas
Dying for the loo, back in five.
RIP my social life.
My tomatoes are all dead, what did I do wrong?
The engine died on the motorway and we sat there for two hours.
He got killed off in episode three, I’m gutted.
Killer heels, but my toes are numb.
I killed the presentation, they loved it!
Killing two birds with one stone: can you bring the ladder and stay for tea?
She has a black belt and could kill you with a teaspoon.
My headache is killing me, have you any ibuprofen?
I took the last of the antibiotics yesterday and it still hurts.
Can I take the two tablets together?
The pharmacist gave me the wrong tablets, sixty instead of thirty.
Mum hides her pills in the plant pot, I don’t know what to do.
I cut back on cigarettes and it makes me grumpy.
I hurt my wrist falling off my bike.
The cat scratched my arms to bits.
I’ve got scars from the operation and feel shy at the pool.
Do you have a spare razor? I forgot mine.
I bought a new knife for the kitchen, it’s razor sharp.
We need a rope and two pulleys for the school play.
Meet me at the bridge at six?
The view from the roof is amazing, come up.
I’d love to jump out of a plane one day, would you do it with me?
We drove off the ferry into a traffic jam.
I’m leaving this world of spreadsheets and training as a gardener.
I’m leaving the group chat, nothing personal.
I’ve nothing to live on until payday.
I want to live somewhere quieter.
I don’t want to live in fear of the landlord.
I don’t want to wake up to another bill.
What’s the point of voting?
It’s pointless asking him.
My life is a mess, I can’t find anything in this flat.
Life is too short to iron.
I feel like giving up on the diet.
I give up, how do you fold a fitted sheet?
I can’t go on living with a flatmate who never washes up.
I’m too tired to go on with this tonight, let’s finish tomorrow.
No one will notice the stain.
You’d be happier without that job.
They’d be better off with a proper goalkeeper than with me.
I feel like a burden on the team while my leg is in plaster.
I hate being the one who needs help.
I’ll be gone for three weeks, so could you water the plants?
Before I go, could you check the gas?
This is goodbye to the old car then.
Thank you for everything, you were lovely hosts. Goodbye and see you in May.
Forgive me, I forgot your birthday.
I’m sorry I can’t be there for the match.
In case anything happens to the boiler, here’s the number.
My will is with the solicitor and I need two witnesses.
I’m putting my affairs in order before the baby comes, could you look at the insurance with me?
I don’t feel safe with the new lodger.
I’m afraid of what he’ll do when he finds out I told.
I don’t trust him around the kids.
I’ve been having dark thoughts about my boss, mostly involving his stapler.
It’s dark and I don’t like walking home alone.
I feel numb since the news.
I’ve been crying in the car before work.
I’m not coping, and I could use someone to talk to tonight.
Everything is falling apart and I need a plan.
I’m in a rut and can’t get out.
"""),
    direct=_lines("""
I think about suicide every single day now and I’m too ashamed to say it out loud.
I’m not going to sugar-coat it: I want to die.
nobody knows but i tried to kill myself in january
I’ve thought about ending my own life since the divorce.
my plan is to jump off the multi storey on friday
I’m at the bridge. I’m going to jump.
I have the pills in front of me.
I’ve just taken a whole packet of paracetamol
I’ve swallowed a load of tablets and I’m scared
I keep thinking about crashing the car on purpose.
I have thought of drowning myself in the lake behind the house.
I’m gonna hang myself
if i had a gun id shoot myself
The only thing stopping me from killing myself is my kids.
I really don’t want to be alive today.
I’m fed up of being alive.
Honestly, I wish I were dead most mornings.
I hope I get run over.
I wish somebody would just kill me.
I would like to be dead, please.
Can’t stop thinking bout dying.
I am having urges to kill myself and they are getting stronger.
I can’t shake the thought of suicide.
I feel so suicidal tonight I don’t know what to do
The suicidal feelings are back.
I’m a danger to myself tonight.
I’ve written my note.
I’ve started planning how I’d do it.
I’m ready to end my life.
I don’t want to carry on living.
I’ve no wish to live.
I just don’t want to live anymore :(
I want to take my life
I want to take an overdose.
I self-harm most nights.
I’ve been harming myself for years and hide it from my wife.
i cut myself last nite and it felt good
I want to cut my wrists.
I keep thinking of ways to hurt myself.
I’m so angry I punch myself in the head until it stops.
I bought razor blades to cut myself.
Been thinking about stepping in front of the Tube.
I tried to overdose when I was seventeen and I feel that way again.
I’d do it tonight if I had the guts to kill myself.
"""),
    indirect=_lines("""
I wouldn’t be missed.
They’d get over me soon enough.
I’m just dead weight for my family.
My kids deserve a better mother than me.
I only make everyone’s life worse by being in it.
The kindest thing I could do for them is not be here.
I want to switch everything off for good.
I’m so tired, I just want to rest and never have to get up again.
I dream of falling asleep for good.
I don’t want another birthday.
I have nothing to get up for any more.
I can’t see the point of carrying on.
I’ve lost the will to go on.
I’ve run out of reasons to stay.
I don’t want this life any more.
I never asked to be born.
I should never have been born.
I’m a mistake that should be erased.
I hate being alive.
I can’t bear another day of this.
I can’t take any more.
I don’t think I can do this much longer.
There’s no light at the end of the tunnel.
It’s hopeless. I’m hopeless.
Nothing is ever going to change.
The only way out I can see is to not exist.
I’m trapped and the only exit is one I’m scared to say.
I’m finished.
My time is up.
I’ve had my innings and I’m ready to join Margaret.
I’ll see Dad again soon.
God, please take me.
When I’m driving I think how easy it would be to just not turn the wheel.
I stood too close to the edge of the platform today.
I keep walking to the river at night.
I know which tree I’d pick.
I’ve been saving my tablets.
I looked up what happens if you mix the tablets with vodka.
I’ve stopped making plans because I won’t be here.
Don’t bother with my birthday, I won’t be around for it.
You can have my records, I won’t need them any more.
I’ve tidied everything so you won’t have to.
I’ve said sorry to everyone I needed to.
Tell Mum it wasn’t her fault.
I wanted to hear your voice one last time.
Remember the good times, not how it ended.
After tonight nothing will hurt any more.
I’m scared I won’t make it through the night.
I shouldn’t be on my own right now.
The darkness is winning.
"""),
    another=_lines("""
My dad says he’d be better off dead.
My cousin told me she’s been cutting herself.
I found a suicide note in my son’s room.
My neighbour keeps saying she wants to end it all.
He threatened to kill himself if I move out.
my gf says she doesnt want to live
Someone in my class posted that they want to die.
My husband has stopped eating and says life isn’t worth living.
"""),
)

E = Part(
    harmless=_lines("""
My diet starts Monday, wish me luck.
The deadline’s killing me, could you proofread two pages?
I’m dying to try that new noodle place with you.
You absolutely killed it on stage last night!
Dead battery again. Any chance of jump leads?
Watched Dead Poets Society and cried my eyes out.
Can’t get “Stayin’ Alive” out of my head.
“To be, or not to be” is on the exam, help.
“I’ll be back” is the only quote I know from that film.
This traffic makes me want to tear my hair out.
These shoes will be the end of me.
He’s drop-dead funny, you’d like him.
I’m dead against the new car park.
Deadheading the roses takes all morning, fancy helping?
The audition went well, I didn’t die on stage after all.
My studies are going fine but the rent isn’t.
I’ve got a killer recipe for lasagne, come Thursday.
My sourdough starter died, can I have some of yours?
I’m on the edge of my seat waiting for the results.
I’d kill to see the look on his face.
Kill me now, it’s another budget meeting.
Shoot me, I forgot your birthday.
just shoot me, ive got double maths
I’m gonna die if he doesn’t text me back haha
Dying of embarrassment here, my skirt was tucked in my tights.
I literally died when she said that 😂
I’m so hungry I could die.
It’s to die for, honestly, that chocolate cake.
I’d die for a nap.
My gran died on Tuesday and I can’t face the funeral alone.
We scattered Grandpa’s ashes at sea yesterday.
My neighbour was found dead in his flat and I keep seeing the ambulance.
It’s the anniversary of my best friend’s suicide and I could do with company.
Dad took his own life when I was twelve. I’m giving a talk about it at school.
I volunteer on a suicide helpline and last night was heavy.
The documentary on suicide in the army was hard to watch.
Suicide Is Painless is the theme tune, I need it for the pub quiz.
He does suicide wings at the diner, twenty pounds if you finish them.
Kill the music, the neighbours are complaining.
I need to kill an hour before the train.
I’m hanging the washing and then I’ll ring you.
Hang in there, it’s nearly Friday.
I’ll hang up now, my battery’s going.
He jumped at the chance.
I jumped out of my skin when the alarm went off.
Take the overground, the tracks at Barking are flooded.
I overdosed on cat videos last night.
My cholesterol pills make my legs ache.
I’ve run out of my antidepressants and the surgery is shut till Monday.
The overdose of sunshine did me good.
I cut myself on a broken glass, do you have plasters?
I cut the cord with my old boss.
Burnt my hand on the barbecue, could you do the bread?
I bruise easily because of the tablets.
I don’t want to go home yet, can I stay for tea?
I don’t want to be here when the bailiffs come.
I don’t want to live next to them another year.
I wish I was a bird on days like this.
I wish I’d never started this degree.
I wish I could disappear into a good book.
I can’t go on like this with the damp, the landlord must do something.
I can’t carry the shopping up the stairs any more.
I’ve no energy for Christmas this year.
I’m tired of being broke.
I’m tired of waking up at four because of the baby.
Life’s a bit rubbish at the moment, fancy a walk?
There’s no point in me coming if she’s going to be there.
What’s the point in ironing socks?
I’d be better off renting.
You’d all be better off taking the train.
I’m the burden of the office because I can’t type.
I’m worried I’ll be a burden after the knee operation.
Nobody would miss this lamp if I gave it away.
I’ll miss you when you’re gone.
When I’m gone to my sister’s, who will walk the dog?
I’m saying goodbye to sugar.
I’m writing farewell cards for the whole team.
My affairs are a mess, I need an accountant.
I gave away my books before the move.
It’s the end of the road for our old van.
It’s over between me and Ben.
Soon it’ll be over, one more exam.
I’ve had a plan for years: a small café by the sea.
I’m in a dark room developing photos all day.
I’m scared to be alone in the house since the burglary.
I can’t trust myself not to eat the whole tin.
I feel trapped in this job.
I’m at the end of my tether with the council.
I feel so useless since the stroke, I can’t even tie my shoes.
I’ve cried every day since she left and I miss her so much.
"""),
    direct=_lines("""
I’ve been thinking of killing myself and I don’t know what to do.
I want to kill myself so badly
Part of me wants to die.
I wish I could just die already
I honestly wish I was never alive.
i dont wanna be alive rn
i think about dying constantly
I’m thinking about taking my own life tonight.
I’ve made a plan to end my life and I have what I need.
I’m planning on hanging myself.
I’m going to jump off the roof.
I’ve been looking at the tracks and I want to jump.
I’m going to overdose tonight.
I have enough pills to end it.
I took a bunch of pills an hour ago.
I’ve cut my wrists
I’m bleeding, I cut too deep.
I’m cutting again, my thighs this time.
I can’t stop self harming.
The urge to hurt myself is so strong today.
I deserve to be hurt so I burn my arms.
I attempted suicide in March.
I’ve had suicidal ideation since I was a teenager.
Feeling suicidal. Please help.
Suicide is starting to look like a good option.
I think I might kill myself.
Sometimes I really think I’ll kill myself one day.
If things don’t change by summer I’ll kill myself.
I can’t promise I won’t kill myself.
I don’t want to die but I can’t stop thinking about killing myself.
I’m not afraid of death, I want it.
I’m better off dead, aren’t I?
I would be happier dead.
I keep wishing I were dead.
I’m going to put an end to my life.
I want to end things. I mean my life, not the relationship.
I’d like to take all my sleeping pills and be done with it.
I was this close to driving off the bridge.
My life is over, I’m going to end it tonight.
Nobody can stop me, I’m going to do it, I’m going to die tonight.
"""),
    indirect=_lines("""
I feel like I don’t have anything to live for.
I just don’t want to be around any more.
Everybody’s life would be easier if I wasn’t in it.
They’d be relieved if I was gone.
I’m a burden and everyone knows it.
I’m a burden to my parents and they’d be better off.
No one would cry at my funeral.
I wonder if anyone would even care if I was gone.
I don’t see how I can keep going.
I can’t keep living this way.
I can’t do life anymore.
I’m so tired of everything. I want it to end.
I’m tired of being here.
I’m exhausted from fighting to stay alive.
I just want the pain to stop for good.
There’s no hope for me.
I don’t see any way out of this.
Things will never get better for me.
I have no reason to get up in the morning.
I can’t imagine a future with me in it.
What’s the point in going on?
Nothing I do matters, and soon it won’t matter anyway.
I wish I could fall asleep and never wake up.
I hope I don’t wake up in the morning.
Every morning I’m disappointed that I woke up.
I wish I’d never been born in the first place.
I feel like I should just disappear.
I want to vanish and never come back.
I don’t belong here, on this earth I mean.
I’m already dead inside.
I think about what it would be like to be gone.
I’ve been imagining my own funeral.
I don’t care if I live any more.
It wouldn’t bother me if I got hit by a car.
I’ve been driving without a seatbelt, hoping.
I keep thinking about the bridge.
I’ve been collecting my pills.
I’ve written goodbye letters to my kids.
I gave my dog to my sister because I won’t be around.
I’ve got everything in order, so it’s easier for them afterwards.
This is my goodbye.
I won’t be here next year.
You won’t be seeing me again.
Thank you for everything. I love you. Goodbye forever.
Take care of my mum for me when I’m not here.
I’m sorry for what I’m about to do.
I can’t be alone with my thoughts tonight.
I don’t feel safe on my own tonight.
I’m ready to be with God.
I’ve stopped fighting it. I’m at peace with going.
"""),
    another=_lines("""
My sister wants to kill herself.
My friend keeps posting about wanting to die.
I’m scared my boyfriend will hurt himself.
My mate said he’s been thinking about ending it all.
My nan says she doesn’t want to be here any more since Grandad went.
My daughter told her teacher she wants to be dead.
"""),
)

F = Part(
    harmless=_lines("""
I’m two stone over and the dietician wants a food diary.
The paper’s deadline moved, so I’m free on Thursday after all.
Dying to hear your news, ring me!
She killed it in the interview and starts in June.
The car battery died outside Tesco.
That film where the dog dies finished me off.
“Live and let die” came on the radio and I thought of you.
I’m quoting Sylvia Plath in my essay, is that a cliché?
My back’s killing me and I have eight boxes left.
You’ll catch your death out there.
He’d kill me if he knew I told you.
I’m dead chuffed with my new job.
Dead on time, as ever.
My fingers are dead from the cold.
The dead of winter is the worst time to move house.
I’m in dead trouble with the landlord.
A dead pigeon is blocking the gutter, can you help?
I’d sooner die than ask my brother for money, but here we are.
We laughed until we nearly died.
I was mortified, I wanted the ground to open and swallow me.
I wanted to disappear when she read my poem out loud.
Mum died last week and I need help sorting her clothes.
My stepdad hanged himself in 2009 and October is always hard.
I’ve been asked to be a bearer at the funeral and I’m dreading it.
We’re reading Thirteen Reasons Why in book club.
The character I play takes an overdose in act two.
I’m studying self-harm for my psychology dissertation, can I interview you?
I’m skilled at nothing but baking.
An audience of three, and one was asleep.
Kill -9 doesn’t stop the daemon, any ideas?
The job keeps dying with exit code 137.
I’m executing the will on Friday and need a second signature.
Two of my hens were killed by a fox.
Hanging baskets need watering twice a day.
Could you hang my pictures? I’m hopeless with a drill.
I can’t reach the top shelf any more.
I can’t hear properly any more and I feel left out.
I can’t bear the thought of moving again.
I can’t stand the noise from upstairs any longer.
I can’t see the point of a second meeting.
I can’t face the washing-up.
I don’t want to be a nuisance, but could you collect my prescription?
I don’t want to see anyone today.
I don’t want to exist on toast until payday.
I want to sleep through the whole of January.
I want it to stop raining.
I wish the baby would sleep.
I wish I hadn’t woken up so late.
I hope I don’t wake the neighbours.
I hope I don’t die of boredom at this conference.
I’ve been taking my pills twice by mistake, should I ring the surgery?
I took my mum’s tablets back to the chemist.
The doctor doubled my insulin.
How much Calpol is safe for a toddler?
Who jumps off a cliff for fun? My daughter does, in Cornwall.
We walked along the river to the bridge and had a picnic.
I ran for the train and pulled a muscle.
The window is stuck and I nearly fell off the ladder.
I drove through a red light and I feel awful about it.
I scratched the car against the wall.
My arms are covered in cuts from the brambles.
I’m worthless with money, could you look at my budget?
Everyone else is better at this than me.
The kids would be happier with a dad who’s home more.
Work would carry on without me for a day.
I’m leaving the keys and a note for when you come in.
I wrote a letter to each of the grandchildren for Christmas.
I’m saying goodbye at the airport on Sunday, will you come?
It’s my last week on the ward.
I’ll not be here when the parcel comes.
I’ve decided to end my membership.
I’m ending the lease in June.
I have a gun licence and need a referee.
My knife skills are terrible, teach me?
I need to get away from it all for a bit.
I’m so fed up with everything breaking in this house.
I’m burnt out and signed off for a month.
I’m grieving and I don’t want advice, just company.
I’m scared of the dark since I was little.
I’m afraid I’ll lose my temper with the kids.
"""),
    direct=_lines("""
Lately I’ve been thinking that I want to die.
I want to be dead and I’m not even sad about it.
I’m going to end my life, I’ve had enough.
I’ve been planning to kill myself for months.
I’m struggling with thoughts of killing myself.
i cant stop thinking about suicide
My suicidal thoughts have come back since the baby was born.
I nearly took my own life at the weekend.
I’ve tried to end it before. Three times.
im gonna end it all soon
Gonna kill myself tbh
I want to die so much it hurts.
I just feel like dying.
I don’t see a reason to stay alive.
I don’t want to wake up ever again.
I don’t want to be alive if this is what life is.
I wish I’d never woken up from the operation.
I think about hanging myself every night.
I picture jumping off the balcony.
I’ve got a knife and I want to cut myself.
I cut myself last week and nobody knows.
I’ve been self-harming since I was twelve.
I’ve hurt myself on purpose again.
I’m thinking of taking all my tablets.
I took thirty paracetamol and I’m scared.
I overdosed last month.
I’ve thought about how I would kill myself.
I’ve thought about walking in front of a bus.
I feel like throwing myself in the river.
Some nights I hold the pills in my hand and think about it.
I’ve written a goodbye letter and I’m going to kill myself.
I’m suicidal.
I feel like killing myself when he shouts.
I keep telling myself to kill myself.
Everything in me wants to die.
I’m 78 and I want to end my life before it gets worse.
I can’t live like this, I’d rather kill myself.
I’m close to ending my life.
I’m having the worst night and I want to hurt myself.
There’s no other way, I’ll kill myself.
"""),
    indirect=_lines("""
I think people would be better off if I weren’t around.
I’m just a burden on everyone around me.
I feel like such a burden.
My family would do better without me.
If I disappeared, nobody would notice.
No one would miss me.
I don’t want to be here.
I don’t want to do this any more. Life, I mean.
I can’t go on any more.
I can’t take this any more.
I can’t cope with living.
I’ve got nothing to live for.
I don’t have a reason to live.
There’s no point to my life.
I see no future.
There’s no way out.
I feel completely hopeless.
It will never get better.
I’m tired of life.
I’m tired of fighting.
I’m done. I’m done with everything.
I want everything to stop.
I just want it to be over.
I want the pain to go away forever.
I wish I wasn’t alive.
I wish I hadn’t been born.
I want to sleep forever.
I want to go to sleep and not wake up.
I wouldn’t mind not waking up.
It would be easier if I was dead.
I don’t care what happens to me.
I think about how peaceful it would be.
I’ve been thinking about ways out.
I know how I would do it.
I stand on the platform and wonder.
I’ve been stocking up on paracetamol.
I’ve been giving my things away.
I’ve been saying goodbye to people.
I’ve written a letter for my kids to read later.
You won’t have to worry about me any more.
I won’t be a burden any longer.
I won’t be here much longer.
Soon I’ll be gone.
It will all be over soon.
I just wanted to say goodbye.
Please look after my cat.
Tell my family I love them.
I’m sorry. I tried.
I’ve made my decision.
I’m at peace now that I’ve decided.
"""),
    another=_lines("""
My best friend is talking about killing herself.
My brother tried to end his life last night.
My son says he doesn’t want to live any more.
My colleague told me he feels suicidal.
I think my daughter is cutting.
She told me she wants to disappear forever.
"""),
)

G = Part(
    harmless=_lines("""
I’ve put on weight and need a diet buddy.
Three deadlines this week and no childcare.
I was dying to tell you: we got the flat!
That joke slayed me.
Whoever designed this form deserves a slow death, haha.
My laptop died mid-call, sorry about that.
The hero dies at the end and I cried for an hour.
There’s a song called “I Don’t Want to Live Forever”, can you play it?
As Camus wrote, suicide is the one truly serious philosophical problem. My seminar is on Monday.
My brain is dead after that exam.
We’re flogging a dead horse with this landlord.
Could you drop the kids off at the deadly boring recital?
My nan passed at ninety, peacefully in her sleep.
My father drank himself to death and I’m scared my brother will too.
Dad has a do-not-resuscitate order and we need to talk about it.
I’m planning Mum’s funeral and need help with the flowers.
I don’t want flowers at my birthday.
I’m so ashamed of my debts that I hide the letters.
I feel like I’m failing as a mum and I need a break.
I’ve been off work with depression since May.
My anxiety is through the roof today.
I don’t sleep, I don’t eat, I miss him.
I’m on my own this weekend and dreading it.
I can’t stop crying since the hospital.
I can’t stop thinking about the accident.
I can’t stop eating crisps.
I want to end this tenancy early.
I want to stop feeling so anxious in lifts.
I wish things were different between me and my sister.
I wish I could take back what I said.
I’m tired of everything going wrong with this car.
I’ve lost hope of ever getting a council flat.
There’s no way out of the estate when the road floods.
You’ll be better off without that phone contract.
They won’t miss me at the meeting.
I’ll be gone before you wake up, there’s coffee in the pot.
I’m writing down all my passwords in case I lose my phone.
Take care of yourself while I’m gone.
The pills made me sick so the doctor stopped them.
Stand on the bridge and you can see three counties.
"""),
    direct=_lines("""
I’m thinking about ending my life and I need someone to talk to.
I’ve decided I’m going to kill myself on my birthday.
I really want to kill myself right now.
I wish I was dead so it would all stop.
I just want to die and be with my dad.
I’ve been having thoughts about killing myself again.
my mental health is so bad i wanna die
there is no point in me being alive, i want to die
I can’t do this, I’m going to end it.
I don’t want to exist anymore.
I was going to jump in front of the train today but I couldn’t.
I’ve got everything ready to hang myself.
I keep imagining cutting my wrists.
I hurt myself last night because I couldn’t cope.
I am scared I will hurt myself if I’m left alone.
Sometimes I cut to feel something.
I’ve thought about overdosing on my medication.
I’ve taken an overdose and I don’t want to go to hospital.
I regret not dying when I took the pills.
I should just kill myself and get it over with.
Nobody would care if I killed myself.
Would anyone care if I killed myself tonight?
It’d be best if I died.
I want my life to be over.
My plan is to take the pills when the kids are at school.
I’m considering ending things permanently.
I’ve contemplated suicide many times.
I think about killing myself every time I drive.
I want to drown.
I have strong urges to self-harm.
I’m an old man and I’ve had enough, I wish to die.
i’m literally going to kill myself if i fail, im not joking
Life’s too hard, I’d rather be dead.
I tried to drown myself in the bath.
I nearly jumped off the car park yesterday.
Honestly suicide feels like my only choice.
I feel like ending my life.
I’ve felt suicidal on and off for years.
I hate living and want to die.
Please help me, I don’t want to live.
"""),
    indirect=_lines("""
Everyone I love would be better without me in their lives.
I’m such a burden, they’d be happier if I died.
I don’t think I can carry on.
I don’t think I can go on much longer.
I just can’t see a future.
I feel like there’s no reason to go on.
I don’t see the point in life any more.
I feel hopeless and empty.
I have nothing left to live for.
I’m tired of being alive.
I’m so done with life.
I’m exhausted and I just want it all to end.
I want to go to sleep and never wake up again.
I wish I could just not exist.
I wish I could disappear and nobody would remember me.
I wish I’d never existed.
Maybe it would be better if I wasn’t here.
Nobody would even notice if I was gone.
They won’t have to put up with me much longer.
I won’t be around for Christmas.
I’m saying goodbye to everyone I love.
I’ve started giving away my belongings.
I’ve made a will and written letters to the kids.
I’ve made sure everyone will be OK without me.
When I’m gone, please look after my sister.
You’ve been a good friend. Goodbye.
I’ve been researching how much medication would be fatal.
I keep thinking about crashing my car.
I think about stepping off the kerb in front of a bus.
I stood at the edge of the cliff today.
I don’t care if I die.
I’d be fine with not waking up.
If I died in my sleep that would be a blessing.
The world would be a better place without me.
I feel trapped and I can’t see any way out.
I’m losing the fight.
My mind keeps telling me everyone would be happier if I were gone.
I just need the pain to stop, whatever it takes.
I don’t trust myself right now.
I’m not sure I can keep myself safe tonight.
"""),
    another=_lines("""
My friend told me she wants to end it all.
My partner keeps saying he’d be better off dead.
I’m afraid my brother might kill himself.
A boy in my class cuts himself.
My mother says she doesn’t want to live.
"""),
)
