"""The site: what was published becomes pages. Pure functions; ``helpers.commands.site`` writes what they return."""
