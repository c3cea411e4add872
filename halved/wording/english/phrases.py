"""What the ways of asking are made of; `_` joins the words of a phrase."""

# Words that soften or hurry a request: they stand anywhere in it and change nothing.
SOFTENING = """
please also maybe perhaps possibly kindly just still really very so at_least by_any_chance ever
then both all guys definitely certainly greatly desperately badly probably actually only urgently
honestly much truly kind_of sort_of quite now either simply quickly however though
"""

PHRASES = {
    "you": """
        you someone somebody anyone anybody everyone everybody one_of_you any_of_you both_of_you
        either_of_you some_of_you""",
    # What people do together.
    "meet": """
        meet talk discuss speak chat get_together catch_up go_out go_over go_for go_to
        go_through go_and sit_down visit grab hang_out hang have_a have_an have_some have_one
        have_lunch have_dinner have_coffee have_another come join see_you see_if touch_base
        work_with do_lunch schedule arrange set_up plan walk eat spend follow_up gather
        get_in_touch get_a watch play do_something""",
    # … and what people propose by saying that they would like it.
    "talk": """
        meet talk discuss speak chat get_together catch_up go_over sit_down see_you see_if
        touch_base come join schedule arrange set_up spend_some follow_up gather get_in_touch
        continue_our""",
    # What people need from others, as a thing.
    "help": """
        you your someone somebody anyone anybody people help volunteers a_volunteer a_hand
        some_help any_help a_bit_of_help a_little_help a_lift a_ride advice some_advice company
        some_company a_bit_of_company a_favour a_babysitter a_place_to somewhere_to a_copy
        more_details some_more details feedback information input an_answer a_reply a_friend
        one_of_you a_chat a_shoulder a_loan a_recommendation a_reference support some_support
        another_pair a_second_pair a_hug a_call an_appointment""",
    # What asking itself is called.
    "find": """
        to_ask to_know to_see_if to_see_whether to_check_if to_check_with to_check_whether
        to_invite to_request to_borrow to_hear to_find_out to_inquire to_enquire to_confirm
        to_follow_up to_get_your to_make_sure_you to_see_you to_propose to_make_an to_suggest
        to_pick_your to_come to_stay_with to_stay_at to_be_with_you""",
    "good": """
        good great nice lovely helpful useful wonderful amazing brilliant fun cool worthwhile
        fantastic awesome perfect ideal kind best better""",
    # What one can be told to do for or with the speaker: "… me".
    "towards": """
        ring text phone email mail message fax send give tell help lend bring pick remind let_me
        inform teach wake ping drop""",
    "for_me": """
        show get meet join keep find drive drop take advise buy make copy forward cc contact
        leave loan hand pass hold write_to explain_to invite update walk include sit_with
        come_with come_see come_get listen_to sit_next_to sit_by stay_with talk_to speak_to
        be_with wait_for get_back_to hug do answer save catch grab shoot fill have cook come_and_get
        come_and_see""",
    # What one can be told to do at all, to one of the objects.
    "doing": """
        call ring text phone email mail message send give tell help show lend bring get pick
        meet join remind keep find drive drop take check ask look see make come go pop swing
        stop stay have hold put set leave move add remove include copy cc fax forward pass print
        prepare review read write reply respond answer confirm schedule arrange book cancel
        change fix sort clean wash cook feed walk water watch mind collect fetch deliver carry
        lift sign fill submit provide advise explain describe consider contact coordinate draft
        ensure finish handle invite itemize notify plan expect pray pull push resend return
        revise run share speak talk think turn use verify wait wake work figure try be discuss
        forget remember reach go_get do_it do_this do_that let_him let_her let_them go_ahead
        come_join come_and call_whenever call_any call_when call_if assign attach begin build
        choose compare compile complete continue create delete determine develop double_check
        enter enclose follow get_with indicate insert keep_in list mark order overnight pay
        place post refer reserve rsvp save_the select see_if see_what start type upload visit
        assume bear_with apply_for hurry mention offer open pack paint park plug proceed
        recommend renew repeat replace report reschedule resubmit save_me scan shut
        switch teach test throw touch_base translate transfer trust unlock vote warn wear
        wish_me wrap address adjust bill charge clarify correct cover dial distribute
        doublecheck edit line lock loop skip stick update""",
    "object": """
        me us my our the a an this that these those it him her them his their your some any all
        everyone someone both one out up in over by around back with to if for at on off down
        away into about after before whether what when where who how which and sure not each
        monday tuesday wednesday thursday friday saturday sunday tomorrow today tonight here
        home soon early later quickly asap yourself another two three""",
    # … to anything, because it is never the name of a thing.
    "doing_anything": """
        use visit view join install download apply finish paste activate bring send choose lend
        fetch invite""",
    # What a name follows: "ask Joseph".
    "saying": "call ask tell give contact invite remind show send remember forward email_to",
    # What only sounds like asking: offers, musings, courtesies, what machines say, good wishes.
    "offer": """
        help offer get_you bring_you give_you make_you do_anything_for do_something_for
        do_anything_to_help be_of just_say say_that be_honest not""",
    "musing": "believe imagine guess blame rather see_why look_at_that not",
    "courtesy": """
        note find_attached find_enclosed find_below find_the accept excuse forgive pardon enjoy
        bear be_aware be_advised be_assured be_careful keep_in_mind feel_free do_not_hesitate
        dont_hesitate dont_worry do_not_worry dont_feel do_not_reply dont_reply do_not_respond
        take_care believe rest_assured know understand god dont_get_me_wrong see_attached
        see_below see_enclosed stand_by no stop_it""",
    "machine": """
        click tap unsubscribe opt_out press add_us add_to follow_the_instructions use_the_link
        rate_us rate_our like_us follow_us try_again visit_your""",
    "wish": """
        see_you let_you be_safe be_well have_a_good have_a_great have_a_nice have_a_lovely
        have_a_safe have_a_happy have_a_wonderful get_well get_better keep_well keep_up
        stay_safe save keep_in_mind look_forward talk_to_you talk_with_you talk_soon get_to_know
        take_care call_it keep_the_change give_my_love give_my_best give_my_regards""",
    # Before "I need" these make it part of something else: "all I need", "if I need".
    "relative": """
        that what which whatever things stuff everything anything something all if when whenever
        why where who whom do did does until unless wherever information person one""",
}
