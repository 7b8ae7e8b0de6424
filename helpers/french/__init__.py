"""How French news says amounts, dates and who speaks: what the components are made of, one matter a module.

These functions read plain text (:mod:`helpers.french.tense` also reads a parse where there is one); the components in
:mod:`helpers.components` turn what they find into spans.
"""
