from django.urls import path

from halved.circle import views

app_name = "circle"
urlpatterns = [
    path("", views.people, name="people"),
    path("new/", views.new, name="new"),
    path("who/", views.find, name="find"),
    path("file/", views.bring_in, name="bring_in"),
    path("file/pick/", views.pick, name="pick"),
    path("circle.vcf", views.take_out, name="take_out"),
    path("<uuid:pk>/", views.person, name="person"),
    path("<uuid:pk>/remove/", views.remove, name="remove"),
]
