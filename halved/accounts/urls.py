"""Sign in, sign up, and the room. The `account_…` names are those allauth looks for."""

from allauth.account.views import signup
from django.urls import path

from halved.accounts import passkey_views, session_views, views

urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="account_login"),
    path("sign-in/passkey/", passkey_views.sign_in, name="passkey_sign_in"),
    path("sign-in/passkey/challenge/", passkey_views.challenge, name="passkey_challenge"),
    path("sign-up/", signup, name="account_signup"),
    path("sign-out/", views.sign_out, name="account_logout"),
    path("lost/", views.lost, name="account_reset_password"),
    path("setup/<str:token>/", views.setup, name="setup"),
    path("demo/<str:token>/", views.demo, name="demo"),
    path("unlock/", views.unlock, name="unlock"),
    path("lock/", views.lock, name="lock"),
    path("room/", views.room, name="room"),
    path("room/notes/", views.hear_again, name="hear_again"),
    path("room/code/", views.recovery_code, name="recovery_code"),
    path("room/code/new/", views.new_code, name="new_code"),
    path("room/passphrase/", views.change_passphrase, name="change_passphrase"),
    path("room/passkeys/", passkey_views.passkeys, name="passkeys"),
    path("room/passkeys/again/", passkey_views.again, name="passkeys_again"),
    path("room/passkeys/new/", passkey_views.new, name="passkey_new"),
    path("room/passkeys/<uuid:pk>/", passkey_views.passkey, name="passkey"),
    path("room/passkeys/<uuid:pk>/challenge/", passkey_views.ask_it, name="passkey_ask"),
    path("room/passkeys/<uuid:pk>/open/", passkey_views.let_open, name="passkey_open"),
    path("room/passkeys/<uuid:pk>/close/", passkey_views.let_sign_in, name="passkey_close"),
    path("room/passkeys/<uuid:pk>/remove/", passkey_views.remove, name="passkey_remove"),
    path("room/browsers/", session_views.browsers, name="browsers"),
    path("room/browsers/end/", session_views.end, name="browser_end"),
    path("held/<uuid:pk>/", views.held, name="held"),
]
