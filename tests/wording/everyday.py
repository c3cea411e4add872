"""What people write to each other: texts that ask for something, and texts that do not.

Written for these tests, before looking at what the reader of asks makes of them.
"""

ASKS = tuple(
    """
hey are you about tonight, could really do with a chat
Would be great to have you around Saturday, I'm not looking forward to it.
i could do with some company tonight
I need someone to look after the kids on Thursday from 3 to 6.
any chance you're free thursday
is there any way you could swap shifts with me next week
Do you have ten minutes this afternoon?
I don't want to be alone tonight. Come over?
Mum, would you mind having the kids Saturday night
Can I borrow your car on the 12th? I have to take Dad to the hospital.
please call me when you get this
Pls pick me up from the station at 6 x
Let me know if you can make it on Friday
I was wondering whether you might be able to look over my CV.
id like to talk to you about something when you have a minute
cant get the boiler to start again, do you know anyone who fixes them
could someone bring bread
Who can drive me to the clinic on Monday morning?
how do i apply for housing benefit? you did it last year right
What would you do in my place?
Would it be ok if I stayed with you for a few nights?
I'd be so grateful if you could feed the cat while we are away
It would mean a lot to me if you came to the funeral.
It would help if someone could take the bins out on Tuesdays.
Dear Dr Khan, I would like to make an appointment about my sleep as soon as possible.
I'm writing to ask whether an extension of the deadline is possible.
Could you tell me what the next step is?
May I ask you for a reference?
I'd appreciate it if you kept this between us.
Please don't tell Mum.
lend us a tenner till friday?
give me a ring later
Give me a hand with the sofa on Sunday?
Come with me to the appointment, please. I'm scared of what they'll say.
Will you sit with me for a bit
Won't you come to dinner on Sunday?
Do you mind if I bring the baby?
Do you fancy a walk tomorrow, I need to get out of the house
fancy a coffee
let's meet at 5 by the gate
How about Wednesday instead?
Shall we go through the letter together?
why don't you come round and we'll sort the photos
You couldn't lend me a hand with the fence, could you?
Don't suppose you could water the plants this week?
Could we speak on the phone instead of writing
Can we talk
Is anyone free to help us move on the 3rd?
Does anyone have a pushchair we could use for a week?
Looking for someone to walk the dog while I recover from my operation.
Need a lift to work tomorrow, can pay for petrol
in need of a babysitter friday night, any takers?
I need your advice about the flat.
I need help with the tax form.
we need two more people for the food bank on saturday morning
I want you to come with me on Tuesday.
I want to ask you for something and it isn't easy for me.
I'd love for you to be there.
i was hoping you'd have time to show me how the spreadsheet works
hoping you can help me with a form from the council
I hope you can come along, I don't want to walk in there by myself
If you have a spare hour on Saturday, could you help me lift the wardrobe?
If you're going to the shops can you get me some milk
When you have time, send me the number of your physio.
When you're next in town, drop in and see Gran for me.
Remind me on Thursday to call the bank.
Tell me honestly what you think of the letter.
Show me how to do it?
Keep me company while I make the call?
Stay on the phone with me for a bit please
Wait for me by the entrance.
Meet me at the station at ten?
bring the big pan if you come
Ask your brother whether he still has the trailer.
Check if the door is locked, will you
Make sure Grandad takes his tablets while I'm out.
Have a look at the lease and tell me if I'm missing something.
Take the kids out for an hour on Sunday? I have to write this essay.
Look after yourself, and if you can look after the dog on Friday as well that would be great
Any idea who I should ask about the council tax?
any tips for getting a toddler to sleep, we're desperate
Any help with the move would be very welcome.
A quick call tonight would really help.
Anyone around to help me jump start the car?
Has anyone got a spare charger I could use today
Are you free on Monday evening?
are you able to cover my shift on the 9th
Are you up for watching a film, I could use the distraction
Do you know a good solicitor?
do you think you could have a word with him
Did you get a chance to look at my essay?
Have you got a ladder I could borrow?
What time can you get here
When could you start?
Where can I get this form stamped?
Which bus do I take to your place?
How much notice do I have to give my landlord?
how long would it take you to drive over
Who should I talk to about my rent arrears?
What should I say to my boss?
I'm sorry to bother you but could you possibly resend the link?
Sorry for the short notice. Could you have Mia after school today?
so my car failed its mot and i start at 6 tomorrow can you drop me off
hey nia hope you are well can you give me a lift on friday
ok so mum is back in hospital and i cant be there till sunday please go and see her
Long story short, I lost my job. Can we talk about the rent?
I know you're busy. Would you read one page for me?
Thanks for last week! Could you do it once more this Friday?
I've tried everything I can think of. Please help me with this.
Help! The kitchen is flooding
I'm begging you, come and get me.
I'd like you to be my emergency contact.
We'd be grateful for a lift after the service.
Would you be willing to be a witness at our wedding?
would you be up for proofreading two pages tonight
Is it possible to move our session to the afternoon?
is it ok if i come a bit early
Is there someone I could talk to about my debts?
Is there a time this week when we could meet?
I wonder if you would be so kind as to pass this on to her.
I'm asking for your help with the forms.
I would like to request a copy of my records.
Please let us know which documents we have to bring.
please can we reschedule
Can someone explain the second question to me, I don't get it
Can u send me the notes from monday
could u ask your mum if i can stay
wud u mind picking up a parcel for me
Text me when you land
Email me the form and I'll sign it tonight.
Speak to him for me? He listens to you.
I can't do this on my own any more. Will you help me tell my parents?
Hold my hand on the plane tomorrow?
Come round whenever you like this week, I'd love to see someone.
It'd be lovely to see you this weekend if you have time.
Could I ask for half an hour of your time next week?
Could I have the afternoon off on Friday?
Can I tell you something and you just listen?
You free later? Need to talk
can i crash at yours tonight
I'm stuck with the rent this month. Could I pay you back for the sofa in March instead?
would love your take on this email before i send it
if anybody has a wheelchair we could borrow for the weekend, please shout
Might you have time for a call on Tuesday?
mind giving me a lift home after practice
Are there any support groups near here you'd recommend?
tell me how you got through it
I really need to hear your voice tonight
Could use a second pair of eyes on my cover letter
Would someone with a van be able to help us move a bed?
Do you think I could come with you on Sunday?
Ring me tonight, yeah?
please, just come
Is anybody around who could sit with my nan for an hour
What helped you when your dad died?
Can we push our meeting to next week?
I'd be glad of some company at the hospital on Friday.
It'd be great if you could check in on me this week
Who could I ask about childcare vouchers?
Any of you free to cover the till on Saturday?
do me a favour and pick up my prescription
I want to talk to someone about my drinking.
Sit next to me at the funeral?
I'd rather not go alone. Would you come along?
Could you let me know by Thursday whether that works?
is your spare room free next week by any chance
you don't happen to have a spare kettle do you
let me stay for a couple of nights?
pop round after work if you can, could do with a hug
I was going to ask if you'd be my referee.
Would Thursday suit you for a walk?
Use the side door on Sunday, the bell is broken.
bring Anna's coat when you come
Just a reminder to send me the address.
My suggestion would be to meet at Gran's.
It would be great for the kids if you were there.
We have to talk.
We should try to get together before Christmas.
Somebody should sit with her tonight.
Have you had a chance to look at the letter?
I want everybody to bring a chair.
I'd be curious to hear what you make of it.
If you want to help, come on Saturday at ten.
You can reach me at Mum's this week.
Your thoughts?
I'm still waiting for your answer.
""".strip().splitlines()
)

NOT_ASKS = tuple(
    """
How are you?
hey how's it going
Hope you had a good weekend!
What a week.
It's all a bit much at the moment.
I wish someone were here.
I wish I knew what to do.
Nobody ever comes by any more.
I've been crying all day and I don't know why.
Everything is fine, honestly.
whatever, it doesn't matter
never mind, I sorted it
Thank you so much for coming on Sunday, it helped a lot.
Thanks for the lift!
I really appreciate everything you did.
Could you believe the weather yesterday
Can you believe he said that?
Guess what happened today?
Who knows, maybe it gets better.
Who cares anyway?
Why does this always happen to me?
Why am I like this?
What's the point?
How could you say that to me?
How can he be so calm?
Happy birthday, have a wonderful day!
Get well soon!
Take care of yourself.
Sleep well x
See you on Monday.
Talk to you later
Have a good trip, and say nothing I wouldn't say.
No worries, all done.
Yes, I can.
I'd be happy to help you with that.
I can pick you up at six if you like.
I could bring the kids on Sunday, it's no trouble.
Shall I bring anything?
Can I help you with the bags?
How can I help?
Do you need any help?
Do you want me to come over?
Would you like some of the cake I made?
Let me help you with that.
Feel free to say no.
no pressure at all
He asked whether I could work on Saturday.
She wanted to know if I could lend her money.
They told me to call back on Tuesday.
My sister asked me for help and I said no.
My boss said I should take a few days off.
I asked Tom and he will do it.
I told her that you could not come.
When I needed help, nobody was there.
If I could sleep, I would feel better.
If only I could talk to him.
If I need anything, I have your number.
I don't need anything, thank you.
I don't need you to fix it.
I needed a break so I went to the sea.
I need to get up early tomorrow.
I need a holiday.
i need sleep
I want to go home.
I'd like to thank you for the soup.
I'd love a bit of sun.
We had to call the doctor last night.
The doctor called me this morning.
My friends call me Jo.
Mum helped me with the garden.
Dad lets me use the car at weekends.
It lets you print at home.
That will keep me busy.
He makes me laugh.
The letter gave me a fright.
She drove me home and we talked for an hour.
I was wondering about that myself.
I wonder what she is thinking.
I hope you feel better.
I hope it stops raining.
hope your mum is ok
I hope you liked the flowers.
You can do it.
You should be proud of yourself.
You must be tired.
You could see the sea from there.
You need not worry about me.
You were right about him.
The trains were late again.
It rained all day and the cellar is wet.
I got the job!
The scan was clear.
I passed, and I owe you for that.
The kids are at their dad's this week.
I'm on the bus, ten minutes.
I'm running late, sorry
Sorry I missed your call.
I'm sorry about last night.
I forgot my keys again, silly me.
I have therapy on Thursdays now and it's hard.
I've thought about what you said.
I will think about it.
I'll let you know.
I'll ask her when I see her.
We'll manage.
We are moving to Leeds in May.
We would have come if we had known.
That would be lovely, thank you.
It was great to have you here.
It would have been nice to know earlier.
Good idea!
Sounds good to me.
Same here, I couldn't put it down either.
Don't worry about me.
Please don't worry.
Please forgive me.
Yes please!
no thanks
ok
Really?
Right?
Nice one, isn't it?
It's cold today, isn't it?
She said "can you help me" and just stood there.
"Will you marry me?" he asked her on the pier.
The sign says "please ring the bell".
The book is called Call Me by Your Name.
They call it the help desk, but it is one man and a phone.
Help arrived after an hour.
Calls are free at weekends.
The meeting lasted till six.
Work was long and nobody spoke.
Mind you, it was cheap.
Look, I know it's late.
Listen, I was wrong.
Well, let me see, it was in 2019.
Let's face it, I was never good at this.
Let's hope so.
Click here to see your statement.
Call 0800 123456 now and save 20%.
Unsubscribe at any time.
If you received this email in error, please delete it.
To stop these messages, reply STOP.
Buy one, get one free this weekend only!
Sign up today and win a prize.
I can't ask anyone, they all have their own lives.
I never ask for help.
Asking is hard for me.
I miss you.
Long day. Going to bed now.
The kids had a great time, thank you both.
I would have called but my phone died.
You always know what to say.
I could never do what you do.
My mum would love this place.
He said he might come by later.
I can see why you were upset.
Can't complain.
Could be worse!
Would you look at that sunset
You know me, I never ask.
I've asked the council three times already.
The nurse told me to rest and drink plenty.
I think I'm finally getting somewhere.
We talked about it and decided to wait.
I meant to call you back, sorry.
That's so kind of you to offer.
I'm going to see the doctor on Friday.
I wish you could have been there.
Nothing helps.
I don't know how long I can keep doing this.
Everyone else seems to manage.
it is what it is
Let's see how it goes.
What a relief!
Isn't she lovely?
You didn't have to do that!
I need to lie down.
If you ever need anything, I'm here.
Let me know if you need anything.
Call it bad luck.
Please accept my condolences.
Keep the change.
Give my love to your mum.
We watched “Call Me by Your Name” again.
Now on the radio: Wake Me Up
Somebody must have left it there.
Everyone should have known.
I'd love to see the sea again.
They had to talk to the bank.
How did you sleep?
We used to visit her every week.
My visit was short.
It was good for me to get out.
I waited for the bus for an hour.
""".strip().splitlines()
)
