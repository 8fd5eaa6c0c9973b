"""Things, colours and kinds of German, French, Spanish and Italian, by the English word for them."""

_ROWS = """
lighthouse: leuchtturm leuchtturms phare faro
fox: fuchs renard zorro volpe
cat: katze kater kätzchen chat chatte gato gatto gatta кота кошку
dog: hund hündchen chien chiot perro perrito cane cagnolino
horse: pferd cheval caballo cavallo
bird: vogel oiseau pájaro uccello
fish: fisch poisson pez pesce
rabbit: hase kaninchen lapin conejo coniglio
owl: eule hibou búho gufo
sheep: schaf mouton oveja pecora
cow: kuh vache vaca mucca
duck: ente canard pato anatra
bear: bär bären ours oso orso
wolf: wolf loup lobo lupo
lion: löwe löwen león leone
tiger: tigre
elephant: elefant elefanten éléphant elefante
mouse: maus souris ratón topo
butterfly: schmetterling papillon mariposa farfalla
bee: biene abeille abeja ape
dragon: drache drachen dragón drago
unicorn: einhorn licorne unicornio unicorno
robot: roboter
knight: ritter chevalier caballero cavaliere
wizard: zauberer magicien mago
princess: prinzessin princesse princesa principessa
astronaut: astronaute astronauta
woman: frau femme mujer donna
man: mann homme hombre uomo
child: kind enfant niño bambino bambina
children: kinder enfants niños bambini
girl: mädchen fille niña ragazza
boy: junge garçon ragazzo
grandmother: oma großmutter mamie abuela nonna
grandfather: opa großvater papi abuelo nonno
people: leute menschen gens gente
night: nacht nuit noche notte
day: tag jour día giorno
morning: morgen matin mañana mattina
evening: abend soir sera
sunset: sonnenuntergang atardecer tramonto
sunrise: sonnenaufgang amanecer alba
snow: schnee neige nieve neve
rain: regen pluie lluvia pioggia
fog: nebel niebla brouillard brume nebbia
storm: sturm tempête tormenta tempesta
winter: hiver invierno inverno
summer: sommer été verano estate
spring: frühling printemps primavera
autumn: herbst automne otoño autunno
city: stadt ville ciudad città
village: dorf pueblo villaggio
street: straße rue calle strada
bridge: brücke pont puente ponte
house: haus maison casa
castle: schloss burg château castillo castello
church: kirche église iglesia chiesa
kitchen: küche cuisine cocina cucina
window: fenster fenêtre ventana finestra
roof: dach toit tejado tetto
garden: garten jardin jardín giardino
forest: wald forêt bosque foresta
sea: meer mer mar mare
waves: wellen vagues olas onde
river: fluss rivière fleuve río fiume
lake: see lac lago
island: insel île isla isola
mountains: berge montagnes montañas montagne
alps: alpen alpes alpi
mountain: berg montagne montaña montagna
beach: strand plage playa spiaggia
desert: wüste désert desierto deserto
sky: himmel ciel cielo
clouds: wolken nuages nubes nuvole
stars: sterne étoiles estrellas stelle
moon: mond lune luna
sun: sonne soleil sol sole
fire: feuer feu fuego fuoco
flower: blume fleur flor fiore
flowers: blumen fleurs flores fiori
rose: rosa
roses: rosen rosas
tree: baum arbre árbol albero
trees: bäume arbres árboles alberi
car: auto voiture coche carro macchina
train: zug tren treno
ship: schiff navire nave
boat: boot bateau barco barca
bicycle: fahrrad vélo bicicleta bicicletta
balloon: ballon globo palloncino
crown: krone couronne corona
hat: hut chapeau sombrero cappello
glasses: brille lunettes gafas occhiali
bread: brot pain pan pane
cake: kuchen torte gâteau pastel torta
coffee: kaffee café caffè
apple: apfel pomme manzana mela
strawberry: erdbeere fraise fresa fragola
shop: laden geschäft boutique magasin tienda negozio
plants: pflanzen plantes plantas piante
invitation: einladung invitación invito
birthday: geburtstag anniversaire cumpleaños compleanno
wedding: hochzeit mariage boda matrimonio
bakery: bäckerei boulangerie panadería panetteria
dream: traum rêve sueño sogno
love: liebe amour amor amore
friend: freund ami amigo amico
red: rot rote roten roter rotes rouge rojo roja rosso rossa
blue: blau blaue blauen blauer blaues bleu bleue azul blu
green: grün grüne grünen grüner grünes vert verte verde
yellow: gelb gelbe gelben gelber gelbes jaune amarillo amarilla giallo gialla
black: schwarz schwarze schwarzen schwarzer schwarzes noir noire negro negra nero nera
white: weiß weiße weißen weißer weißes blanc blanche blanco blanca bianco bianca
pink: rosarot rosafarben
purple: lila violett violet violette morado morada viola
golden: goldene goldenen goldener goldenes doré dorée dorado dorada dorato dorata
old: alt alte alten alter altes vieux vieille viejo vieja vecchio vecchia
small: klein kleine kleiner kleines kleinen petit petite pequeño pequeña piccolo piccola
big: groß große großer großes großen grand grande grosse gran
cute: süß süße süßer süßes süßen niedlich niedliche mignon mignonne lindo linda carino carina
funny: lustig lustige lustiger lustiges lustigen drôle divertido divertida divertente
sad: traurig traurige trauriger trauriges triste
happy: fröhlich fröhliche fröhlicher fröhliches glücklich glückliche joyeux joyeuse heureux heureuse feliz alegre felice
beautiful: schön schöne schöner schönes schönen beau belle bonito bonita hermoso bello bella
sleeping: schlafend schlafende schlafender schlafendes schlafenden
poster: plakat affiche cartel manifesto
watercolor: aquarell aquarelle acuarela acquerello
short: kurz kurze kurzen kurzer kurzes court courte corto corta breve
concert: konzert concert concierto concerto
party: feier fête fiesta festa
title: titel titre título titolo
text: texte texto testo
letters: buchstaben lettres letras lettere schrift
name: nom nombre nome
beard: bart barbe barba
scarf: schal écharpe bufanda sciarpa
dress: kleid robe vestido vestito
eyes: augen yeux ojos occhi
hair: haare cheveux pelo capelli
door: tür porte puerta porta
table: tisch mesa tavolo
chair: stuhl chaise silla sedia
rainbow: regenbogen arc-en-ciel arcoíris arcobaleno
ice: eis hielo ghiaccio
christmas: weihnachten noël navidad natale
present: geschenk cadeau regalo
grass: gras herbe hierba erba
brown: braun braune braunen marron marrón marrone
grey: grau graue grauen gris grigio
at night: ночью
on: auf sur sobre su sul sulla sullo
under: unter sous bajo sotto
over: über
for: für pour para per
of: von vom de du des di aus del della dello dei delle
in: im dans en nel nella
in the: ins
with: mit avec con
without: ohne sans sin senza
but: aber mais pero ma
another: autre otro otra altro altra
funnier: lustiger
at: bei am au al alla
beside: neben
behind: hinter derrière detrás dietro
in front of: vor devant
and: und et y e
the: la le el der die dem den das les los las il lo gli
this: diesem dieser
space: weltraum weltall espace espacio spazio
january: januar janvier enero gennaio
february: februar février febrero febbraio
march: märz mars marzo
april: avril abril aprile
may: mai mayo maggio
june: juni juin junio giugno
july: juli juillet julio luglio
august: août agosto
september: septembre septiembre settembre
october: oktober octobre octubre ottobre
november: novembre noviembre
december: dezember décembre diciembre dicembre
birds: vögel oiseaux pájaros uccelli
dogs: hunde chiens perros
cats: katzen gatos
our: unser unsere unseren unserem unserer notre nos nuestro nuestra nostro nostra
my: mein meine meinen meiner meinem mon ma mes mi mis mia mio
a: ein eine einen einem einer eines un une una uno
please: bitte
"""


def _read(rows: str) -> dict[str, str]:
    """Each foreign word by its English one; where two rows have it, the later one counts."""
    found: dict[str, str] = {}
    for row in filter(None, rows.split("\n")):
        english, _, words = row.partition(": ")
        found |= dict.fromkeys(words.split(), english)
    return found


FOREIGN_WORDS = _read(_ROWS)
