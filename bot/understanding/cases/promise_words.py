"""The words by which a promise is known: who acts, what is done, and what only looks like a promise."""

import re


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


ACTS = _set_of(
    """add answer apply arrange ask book bring call cancel change chase check collect come complete confirm contact
    decide discuss do draw drop email explain fax fetch file fill find finish fix follow forward get give go hand have
    help increase keep leave let log look lower make mail measure meet message move note notify order pay phone pick
    plan post prescribe print process pull put raise reach read rebook record redo refer refill register renew
    repeat reply report request resend resubmit retry return review ring run scan schedule see send set show sign
    sort speak start stop submit switch take talk taper tell test text track transfer try update upload visit
    wait walk weigh work write drive"""
)
"""What somebody can promise to do, in its plain form."""

SAME_IN_PAST = _set_of("put set read let cut hit quit")
"""Deeds whose plain form also tells of the past: "they put me on a list"."""

DOUBLED = _set_of("getting putting setting letting planning running scanning submitting")

PEOPLE = _set_of(
    """they she he someone somebody dr doc doctor nurse np pa gp pcp clinic office pharmacy pharmacist insurance
    insurer hospital lab desk receptionist reception specialist neuro neurologist cardio cardiologist rheum
    rheumatologist gastro gastroenterologist endo endocrinologist surgeon psychiatrist psychologist therapist physio
    physiotherapist dermatologist urologist nephrologist allergist immunologist geneticist dentist dietitian
    secretary team practice scheduler scheduling coordinator assistant manager worker midwife radiology
    neurology cardiology rheumatology imaging school employer hr staff department mom mum dad mother father
    partner husband wife sister brother son daughter friend boss"""
)
"""Words that end the name of somebody else who acts."""

COMING = _set_of(
    """result results referral letter report lab labs bloods authorization authorisation approval prescription
    refill record records callback script paperwork form forms notes appeal answer decision order"""
)
"""What comes from the other side by a day: "results by Friday"."""

NO_AGENT = _set_of(
    """i we it this that there what which who if when while because pain headache migraine fatigue symptom symptoms
    visit appointment appt follow-up followup next today tomorrow you everything nothing"""
)
"""Words that open or end what is no agent: "it will pass", "my next visit will be in May"."""

NO_DEED = _set_of(
    """be feel think hope know want like need wish die cry miss regret remember mean seem believe guess suffer
    worsen improve heal"""
)
"""What is no deed: "I should feel better by Friday"."""


def either(words: frozenset[str] | tuple[str, ...]) -> str:
    """Give a pattern of any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda each: (-len(each), each)))
