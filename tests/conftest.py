"""Settings of the whole test run: Hypothesis draws the same examples every time, so a red run can be repeated."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "house",
    derandomize=True,
    deadline=None,  # the machine may be busy with other things
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")
