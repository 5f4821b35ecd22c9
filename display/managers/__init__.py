"""The managers' page: today's figures in a browser, served by the hall inside its own network."""
