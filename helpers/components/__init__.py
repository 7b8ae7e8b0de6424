"""spaCy components for French news, one module each: a Doc goes in, ``doc.spans[name]`` comes out."""
