from django.urls import path

from halved.safety import plans

app_name = "plan"
urlpatterns = [
    path("", plans.plan, name="plan"),
    path("change/", plans.change, name="change"),
    path("copy/", plans.copy, name="copy"),
    path("copy/plan.html", plans.file, name="file"),
    path("remove/", plans.remove, name="remove"),
]
