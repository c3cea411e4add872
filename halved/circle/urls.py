from django.urls import path

from halved.circle import enquiries, views

app_name = "circle"
urlpatterns = [
    path("", views.people, name="people"),
    path("new/", views.new, name="new"),
    path("who/", views.find, name="find"),
    path("file/", views.bring_in, name="bring_in"),
    path("file/pick/", views.pick, name="pick"),
    path("circle.vcf", views.take_out, name="take_out"),
    path("professionals/", enquiries.professionals, name="professionals"),
    path("professionals/first-talk/", enquiries.first_talk, name="first_talk"),
    path("professionals/<uuid:pk>/", enquiries.enquiry, name="enquiry"),
    path("professionals/<uuid:pk>/note/", enquiries.note, name="enquiry_note"),
    path("professionals/<uuid:pk>/follow-up/", enquiries.follow_up, name="follow_up"),
    path("professionals/<uuid:pk>/remove/", enquiries.take_off_list, name="take_off_list"),
    path("<uuid:pk>/list/", enquiries.put_on_list, name="put_on_list"),
    path("<uuid:pk>/", views.person, name="person"),
    path("<uuid:pk>/remove/", views.remove, name="remove"),
]
