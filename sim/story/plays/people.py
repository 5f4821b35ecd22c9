"""The citizens of the stories: people of the simulator, with the card each has brought."""

from sim.story.performance import ON_LINE, Citizen

LI = Citizen(person="li-xiaomei", slot=ON_LINE, card="id")
WANG = Citizen(person="wang-wei", slot=ON_LINE, card="id")
WU = Citizen(person="wu-ji", slot=ON_LINE, card="id")
HUANG = Citizen(person="huang-xi", slot="contact", card="ssc")
