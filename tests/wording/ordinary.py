"""Ordinary, decent asks as people write them: short and long, plain and clumsy, spelt well or not.

Written for these tests. A rule that speaks at many of them would be in the way.
"""

from halved.wording import Audience, Setting, Way
from halved.wording.rule import Case, cases

TEXTS_TO_FRIENDS = cases(
    "Hey Sam, could you pick Lily up from school tomorrow at 3? I have the dentist. Thanks!",
    "can u give me a lift to work tmrw, car wont start",
    "Hi Jo! Are you around Sunday afternoon? I need to get a bookcase up the stairs and it's a"
    " two person job. Half an hour max, and I'll make lunch.",
    "mum can you ring me when you get a sec",
    "Would you mind feeding the cats from Friday to Monday? Keys are under the pot as always.",
    "Any chance you could lend me £30 till payday? I get paid on Thursday. No stress if not.",
    "hey are you free tonight? rough day. could do with some company, we don't have to talk"
    " about it",
    "Hi love, I've got my scan on the 14th at 10.30 and I don't fancy going by myself. Would"
    " you come with me? Totally ok if you can't get off work.",
    "Could you have a look at my CV before Wednesday? It's two pages. You know this stuff.",
    "hiya, how did you do the tax thing last year? i'm stuck on page 3",
    "Ben, can I borrow your drill this weekend",
    "Hi, it's me. I hate asking but could you have the kids for a couple of hours on Saturday"
    " morning? I need to sort Dad's flat out.",
    "Hey, I'm not doing great. Can you call me after work? I mostly just need someone to listen.",
    "Can you send me the notes from Tuesday? I was off sick",
    "Do you still have that cot? We could really use one for when my sister's baby comes.",
    "alright mate, need a hand moving a fridge sat morning. 20 mins. pint after?",
    "Sorry for the late text. Can you let the plumber in at 9 tomorrow? I have to be at work at 8.",
    "Hi Aunty, please can you teach me how to make the soup? I want to make it for Gran's"
    " birthday.",
    "Hey, I've been really anxious since the move and the evenings are the worst. Could we have"
    " a phone call on Thursday, like we used to? No advice needed, just your voice.",
    "could you check on mum today? she isnt picking up and im stuck at work until 6",
    "Hi Cleo, would you read the first page of my story? I can't tell if it makes sense.",
    "My shift got changed again so I can't get the kids on Friday. Could you do the pick up, 3.15?",
    "hi can you help me fill in the housing form, i dont understand the questions. maybe tuesday?",
    "Would you be up for a walk this week? I haven't been out much and it'd do me good.",
    "Could you swap Thursday with me? I've got parents' evening.",
    "Hey hey. Random one. Do you know a good physio? My back has gone.",
    "I'm going to my first meeting tonight and I'm bricking it. Could you drive me so I can't"
    " chicken out? It's at 7, by the library.",
    "Hi Nan, can I stay at yours on Friday night? Dad and me had a row and I want a quiet evening.",
    "Ok so I finally did it, I told work about my back. Would you come with me to the meeting"
    " on Monday at 2? They said I can bring someone.",
    "could you talk? i feel like i made a mess of it and i want to hear what you think",
    "Can you print something for me? I'll email it now.",
    "Hi Tom, hope you're well. I'm trying to stop drinking in the week and evenings are hard."
    " Could I text you when I want to open a bottle? You wouldn't have to do anything but"
    " answer.",
    "Please could you bring my charger when you come?",
    "hey, is your mum still working at the council? i need to ask someone about my rent letter",
    "Could you sit with Dad on Wednesday from 2 to 4? I have to go to the bank and he gets"
    " scared on his own. He likes the cards out.",
    "I know it's short notice but can you take the dog tonight? They're keeping me in.",
    "Hiya! Can I pick your brain about nurseries? We start looking this week and I'm lost.",
    "you around? locked myself out, need the spare key",
    "Would you come to court with me on the 3rd? You'd only have to sit there. It would mean a"
    " lot.",
    "can you tell me what the teacher said on friday i didnt understand it all",
    "Hi Jo, I've been thinking about Mum's house. I can't face the loft on my own. Could you"
    " give me one Saturday in the next few weeks? We can stop when we've had enough.",
    "Could you remind me to take my tablets at 8 this week? I keep forgetting since the new ones.",
    "Could you give me a wake up call tomorrow at 6? Big interview.",
    "Hey, would you be able to cook for us one evening this week? I'm not on my feet yet after"
    " the op and I'm sick of toast. Anything is fine. Thank you x",
    "hi its amir from downstairs. can i use your washing machine, ours is broken. i can pay for"
    " water",
    "Can you be my plus one on Saturday? I don't want to walk in there alone after everything.",
)

MAILS_TO_FRIENDS = cases(
    "Hi Ben,\n\nit's been a while. I'm applying for the college course and they want someone"
    " who has known me for five years. Would you write a few lines for me by the end of next"
    " week? I can send you the form. Thank you, and say hello to Ana.\n\nNia",
    "Dear Uncle Femi, I hope you and the family are well. I want to ask you something. My fees"
    " are due on 1 October and I am £200 short. Could you lend me a part of it? I would pay"
    " back £25 each month. I understand if it is not possible. With love, Tola",
    "Hello both, we move on the 12th and could use two more hands between 9 and 12. Could you"
    " come? There will be soup. Love, Mo",
    "Cleo, could you look over the letter to the landlord? It's attached, one page. I'm worried"
    " that I sound rude and I need him to fix the heating. By Friday would be great. Thanks. N.",
    "Hi Kim, I'm writing because I don't trust my voice on the phone. Since March I have not"
    " been sleeping and I have stopped seeing people. Would you come by on Sunday and go for a"
    " walk with me? You don't need to fix anything. Nia",
    setting=Setting(way=Way.MAIL),
)

SPOKEN_TO_FRIENDS = cases(
    "Have you got ten minutes? I'm stuck with this form and you're good at them.",
    "I wanted to ask you something. Could you keep the spare key to my flat, in case?",
    "Can you stay a bit longer? I don't want to be on my own just yet.",
    "Mum, I'm failing maths. Could you come with me to talk to Mr Hale on Thursday?",
    "Could you drive tonight? I'm too tired to be safe.",
    "I haven't told anyone this. I'm behind with the rent, two months. Could you sit down with"
    " me on Sunday and look at the letters? I've been too scared to open them.",
    "Would you hold the ladder for a minute?",
    "Can I ask you a favour? I need somebody to watch the baby from four to five while I'm at"
    " the doctor's.",
    setting=Setting(way=Way.SPOKEN),
)

MAILS_TO_PROFESSIONALS = cases(
    "Dear Dr Patel, I have had pain in my left side for three weeks and it is getting worse."
    " Could I have an appointment this week? I can come any morning. Kind regards, N. Okoro",
    "Hello, I would like to register with the practice. What do you need from me? Best wishes,"
    " Lena",
    "Dear Mr Hale,\n\nI missed the last four lessons because my mother was in hospital. Could"
    " you tell me what I should catch up on first, and may I hand in the essay on Monday"
    " instead?\n\nThank you,\nSofia Marsh, 10B",
    "Hi, I'm a first year student and I'm finding it hard to keep up. My tutor said you see"
    " students for a first talk. Do you have a free slot in the next two weeks? Mondays are"
    " best. Thanks, Jay",
    "Good morning, we have had no hot water since Saturday and there is a baby in the flat."
    " Could you send someone today or tomorrow? I am in all day. Flat 12, Mill Road. Regards,"
    " A. Diaz",
    "To whom it may concern, my benefit was stopped on 4 May and I do not know why. Could you"
    " explain the letter to me and tell me how I can appeal? My number is at the top. Yours, P."
    " Lund",
    "Dear Ms Kaya, thank you for seeing me last week. Could you please send me the list of"
    " groups we talked about? I have lost the paper. Best, Rob",
    "Hello Maria, I am not managing with the shifts since my son was born. Could we have a talk"
    " this week about other hours? I'd be grateful for 20 minutes. Thanks, Dan",
    "hello i got a letter about court i cant read it good. can somebody from you read it with"
    " me. i can come every day after 3. thank you. yusuf",
    "Dear housing team, our ceiling has black mould again and my daughter has asthma. You came"
    " in March. Could you please come and look at it again before the end of the month? Photos"
    " are attached. Thank you, Mrs Bello",
    setting=Setting(audience=Audience.PROFESSIONAL, way=Way.MAIL),
)

SHORT_TO_PROFESSIONALS = cases(
    "Hi, could I move my appointment on Tuesday to a later time? I'm at work until 5. Thanks, Ali",
    "Hello, this is Tess's mum. She is ill today. Could you send her work home with Sam please?",
    "hi is there still a place in the monday group? my doctor said to ask",
    "Hello, I'd like to talk to somebody about my debts. When could I come in?",
    setting=Setting(audience=Audience.PROFESSIONAL),
) + cases(
    "I'd like to make an appointment, please. It's about my sleep. I can't go on like this.",
    "Could you explain that again, a bit slower? I didn't get the part about the tablets.",
    "I need some help with this form. I can't see what they want here.",
    "Could I speak to you after the lesson? It's about the exam.",
    setting=Setting(audience=Audience.PROFESSIONAL, way=Way.SPOKEN),
)

TO_STRANGERS = cases(
    "Hi all, we have just moved to Elm Street with two small kids. Does anyone know a"
    " childminder with space from September? Thank you!",
    "Hello neighbours. I broke my ankle on Monday and I live on the third floor. Could somebody"
    " carry my shopping up on Friday around 5? It's two bags. I'd be very grateful. Flat 9, Nia",
    "Does anyone here have a wheelchair I could borrow for the weekend of the 8th? My dad is"
    " coming to see the baby and he can't walk far. I can collect it. Thanks so much.",
    "Hi, I'm new to the group. My husband died in spring and I don't know how to do the garden"
    " he looked after. Would someone come by for an hour and tell me what has to be done now? I"
    " can make tea and I have all the tools.",
    "Good evening, I lost a grey backpack on the number 4 bus today. My inhaler is in it. If"
    " you found it, could you call the number below or hand it in at the station? Thank you.",
    "Looking for advice: my landlord wants to raise the rent by £150 from next month. Is that"
    " allowed? I signed for two years and I have the contract here. What would you do?",
    "Hello, I'm a single mum and my fridge broke this week. Money is tight until the 28th. Has"
    " anyone got an old one they don't need? We could pick it up any evening. Thank you for"
    " reading.",
    "Hey everyone, I'm doing night classes and stuck on fractions of all things. Is there"
    " someone who'd sit down with me for an hour at the library? I'm 44 and a bit embarrassed."
    " Tuesdays or Thursdays.",
    "Has anybody got jump leads near Park Road? Battery dead, need to get my son from nursery"
    " by 5.",
    "Could someone with a van help us on Saturday morning? We have a sofa and a washing machine"
    " to get from Kings Road to Hill Street, ten minutes apart. We can pay for petrol and cake.",
    setting=Setting(audience=Audience.STRANGER),
)

MAILS_TO_STRANGERS = cases(
    "Dear Ms Novak, we have not met. I read your article about caring for a parent with"
    " dementia, and it was our kitchen table. My mother is at that point now. You write about a"
    " day centre that took your father. Could you tell me how you found it? Two lines would"
    " help me. Thank you, Ruth Ames",
    "Hello, I got your address from the parish. I am looking for someone to practise English"
    " with once a week. I came here in January and I am shy to speak. Would you meet me for one"
    " hour, maybe in the library? Kind regards, Oksana",
    "Hi, you sold me a bike in May. The lock came with no key. Would you have a look whether it"
    " is still at yours? I can come by any evening. Thanks! Paul",
    setting=Setting(audience=Audience.STRANGER, way=Way.MAIL),
)

SPOKEN_TO_STRANGERS = cases(
    "Excuse me, could you help me get the pram down the stairs?",
    "Sorry, do you know which bus goes to the hospital?",
    "Could you watch my bag for two minutes?",
    "Excuse me, I don't feel well. Could you stay with me until my sister comes?",
    setting=Setting(audience=Audience.STRANGER, way=Way.SPOKEN),
)

ORDINARY: tuple[Case, ...] = (
    TEXTS_TO_FRIENDS
    + MAILS_TO_FRIENDS
    + SPOKEN_TO_FRIENDS
    + MAILS_TO_PROFESSIONALS
    + SHORT_TO_PROFESSIONALS
    + TO_STRANGERS
    + MAILS_TO_STRANGERS
    + SPOKEN_TO_STRANGERS
)
