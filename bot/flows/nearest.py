"""Who is near to a patient, as patients name them: parts of patterns, listed once. Not a flow."""

FAMILY = (
    r"(?:mum|mom|mam|mammy|mama|mother|dad|daddy|father|husband|wife|partner|spouse|son|daughter|sister|brother|twin"
    r"|nan|nana|gran|grandma|granny|grandad|grandpa|grandmother|grandfather|auntie?|uncle|cousin|niece|nephew"
    r"|(?:best )?friend|mate|neighbou?r|boyfriend|girlfriend|fianc[e\u00e9]e?)"
)
HELPERS = r"(?:carer|caregiver|family|flatmate|roommate)"
YOUNGEST = r"(?:child|baby)"
ANIMALS = r"(?:dog|cat|horse|puppy|kitten|pet)"
