from django.urls import path

from halved.safety import views

app_name = "safety"
urlpatterns = [
    path("", views.now, name="now"),
    path("<str:code>/", views.country, name="country"),
]
