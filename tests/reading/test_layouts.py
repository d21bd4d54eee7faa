"""Each way of laying out a press page that is known, beside what a person reads there: headline, date, place."""

from pathlib import Path

import pytest

from dateline.reading import read_paths

LAYOUTS = {
    "table-pipes-es": [
        ("Rechazamos el recorte de plazas en primaria rural", "2012-05-14", None),
        ("Saludo del Primero de Mayo", "2012-05-02", None),
        ("Asamblea general extraordinaria", "2012-04-19", None),
        ("Sobre los pagos atrasados de febrero", "2012-03-27", None),
    ],
    "table-title-first": [
        ("Gas Pump Inspections Find Nine of Ten Accurate", "2015-08-14", None),
        ("Department Warns of Short-Weight Firewood", "2015-07-30", None),
        ("Scale Technicians Honored in Capital", "2015-07-02", None),
        ("Grain Elevator in Pell Fined for Unlicensed Scale", "2015-06-19", None),
        ("Director Testifies on Egg Grading", "2015-06-01", None),
    ],
    "day-over-month-year": [
        ("Ribeira Viva entrega 400 filtros a escolas do baixo Tijuípe", "2019-03-22", None),
        ("Nota de pesar pelo falecimento de Dona Nair", "2019-02-07", None),
        ("Mutirão retira nove toneladas de lixo do mangue", "2018-12-19", "TIJUÍPE (BA)"),
    ],
    "year-day-month-es": [
        ("Presentamos el informe «Lagunas sin agua»", "2018-11-30", None),
        ("El Observatorio no irá a la feria", "2018-10-12", None),
        ("Carta a la consejera sobre el pozo de Majadas", "2018-07-03", None),
        ("Vuelven las grullas", "2017-12-15", "LA RESINERA"),
        ("Día de los humedales", "2017-02-02", None),
    ],
    "day-under-month": [
        ("Council Declares Drought Emergency", "2008-10-09", None),
        ("Leaf Pickup Begins", "2008-10-07", None),
        ("Police Auction Saturday", "2008-10-02", None),
        ("Bridge Closed for Inspection", "2008-09-25", None),
        ("Moment of Silence at Fire House 2", "2008-09-11", None),
    ],
    "date-foot-squarespace": [
        ("Northfork Announces Its Forty-First Season", "2018-03-02", "NORTHFORK, Ohio"),
        ("Box Office Hours Change for Winter", "2018-01-11", None),
        ('"The Ferryman\'s Daughter" Wins Regional Prize', "2017-12-06", None),
    ],
    "blogspot-pt": [
        ("Prefeitura promete escada para agosto", "2011-05-12", None),
        ("Campanha do agasalho", "2011-05-03", None),
        ("Carta aberta ao governador", "2011-04-18", None),
    ],
    "tumblr": [
        ("Press statement: we are not leaving", "2015-03-19", None),
        ("Court date set", "2015-03-02", None),
        ("Heat is back on", "2015-02-11", None),
    ],
    "drupal-submitted-fr": [
        ("Mortalité hivernale : une ruche sur trois", "2016-03-14", None),
        ("Le frelon à pattes jaunes signalé à Moudens", "2016-02-19", "MOUDENS"),
        ("Assemblée générale du 30 janvier", "2016-01-12", None),
    ],
    "contao-de-liste": [
        ("Stadtwerke senken Gaspreis zum 1. April", "2016-03-02", None),
        ("Rohrbruch in der Mühlenstraße behoben", "2016-02-18", None),
        ("Neue Ausbildungsplätze", "2016-02-01", None),
    ],
    "run-together-cards": [
        ("Clinic Adds Saturday Dental Hours", "2019-06-03", None),
        ("Measles: What to Know", "2019-05-14", None),
        ("Clinic Receives $90,000 for Diabetes Classes", "2019-04-02", None),
    ],
    "headline-bullets-date-end-it": [
        ("Il Comitato consegna 3.200 firme in Comune", "2012-05-14", None),
        ("Bollette: chiesto un incontro al gestore", "2012-05-02", None),
        ("Assemblea pubblica sabato al Teatro Vecchio", "2012-04-19", None),
        ("Nota sul referendum", "2012-04-03", None),
    ],
    "posted-date-heading-groups": [
        ("Walker found after night on Scald Fell", "2015-01-08", None),
        ("Team thanks farmers", "2015-01-08", None),
        ("New Land Rover arrives", "2015-01-04", None),
        ("Snow: think before you go", "2014-12-19", None),
    ],
    "cells-on-lines": [
        ("Board Cuts Deliveries to Forty Percent", "2014-10-09", None),
        ("Notice of Special Meeting", "2014-09-18", None),
        ("Gate Tender Job Filled", "2014-08-30", None),
        ("Statement on Canal Breach", "2014-07-11", None),
    ],
    "fields-per-item": [
        ("Dredging of inner basin to start in May", "2013-03-14", None),
        ("New harbour master sworn in", "2013-03-02", None),
        ("Fish auction results 2012", "2013-01-20", None),
    ],
    "facebook-posts": [
        ("COMUNICADO: Rechazamos la tala del bosque de Cerro Pelón", "2014-10-09", None),
        ("Invitamos a la faena del domingo", "2014-10-02", None),
        ("Carta al presidente municipal", "2014-09-21", None),
    ],
    "dateline-only-no-headline": [
        (None, "2012-10-09", "Tlaxochitl, Gro."),
        (None, "2012-10-12", "Tlaxochitl, Gro."),
        (None, "2012-10-30", "Tlaxochitl, Gro."),
    ],
    "numbered-list-dates-end": [
        ("Contra la presa de Llano Seco", "2010-10-09", None),
        ("A los pueblos hermanos", "2010-10-12", None),
        ("Sobre la detención de dos comuneros", "2010-11-03", None),
        ("Nuestra palabra en el foro del agua", "2010-11-22", None),
    ],
    "full-texts-dateline-gap": [
        ("Glass Workers Reject Two-Tier Wage", "2010-05-03", "BLAINE FALLS, Pa."),
        ("Furnace No. 3 to Be Relit", "2010-03-15", "BLAINE FALLS, Pa."),
        ("Statement on the Death of Brother Stan Kulik", "2010-01-09", "BLAINE FALLS, Pa."),
    ],
    "stars-separated-foot-dates": [
        ("La chapelle sera ouverte aux sans-abri", "2012-02-03", "Blaye"),
        ("Vente de confitures", "2011-09-14", "Blaye"),
        ("Sœur Agnès nous a quittés", "2011-05-02", "Blaye"),
    ],
    "year-trailing-day": [
        ("Dam Safety Bill Signed", "2010-12-14", None),
        ("Agency Honors Gauge Readers", "2010-10-09", None),
        ("Flood Warning Lifted", "2010-08-22", None),
        ("New Director Named", "2009-11-03", None),
    ],
    "single-letterhead-en": [
        ("Cooperative restores power to 4,100 members after Sunday storm; two crews still out", "2016-06-21", None),
    ],
    "single-minister-au": [
        ("New sidings for Narrabeck and Coolah Flat", "2019-04-12", None),
    ],
    "single-de": [
        ("Kleingärtner wehren sich gegen neue Pachtverträge", "2018-05-14", "Niederau"),
    ],
    "single-fr-invitation": [
        ("Cent familles sans toit dormiront devant la préfecture", "2013-10-03", "Lyon"),
    ],
    "single-two-column-header": [
        ("MOVERS SAY NO TO STAIRS WITHOUT LANDINGS", "1998-03-03", "BOXFORD, Mass."),
    ],
    "single-company": [
        ("Halden Robotics Reports Third Quarter Results", "2023-10-26", "ODENSE, Denmark"),
    ],
    "single-statement-minister": [
        ("Statement by the Minister of Fisheries on the sinking of the trawler Aurora", "2011-01-14", "Port Royal"),
    ],
    "single-news-from": [
        ("OYLER: GRAIN ELEVATOR BILL CLEARS COMMITTEE", "2003-04-04", "CAPITAL CITY"),
    ],
    "job-ad-none": [],
    "event-agenda-none": [],
    "in-the-news-none": [],
    "agenda-hours-none": [],
    "bracketed-hours-es": [
        ("El Cabildo abre el albergue de peregrinos (TURISMO)", "2019-05-28", None),
        ("Cortes de agua en Los Llanos (OBRAS)", "2019-05-27", None),
        ("¿Dónde dejar los muebles viejos? (MEDIO AMBIENTE)", "2019-05-24", None),
        ("La banda insular busca trompetas (CULTURA)", "2019-05-22", None),
        ("Fallece el cronista Evaristo Moro (PRESIDENCIA)", "2019-05-20", None),
    ],
    "bullets-o-1997": [
        ("Circle Objects to Reed Tariff", "1998-12-18", None),
        ("Spring Fair Moves to Grange Hall", "1998-11-23", None),
        ("Willow Prices Expected to Double", "1998-10-14", None),
        ("Statement on the Flood at Tilden Works", "1998-03-19", None),
        ("Circle Goes On-Line!", "1997-11-13", None),
    ],
    "cards-minutes-to-read": [
        ("Library Opens a Second Shed in Marlow", None, None),
        ("A Lathe, at Last", None, None),
        ("Statement on the Repair Bill", None, None),
    ],
    "dates-two-digit-years-es": [
        ("Los kioscos no abrirán el domingo", "2011-04-14", None),
        ("Vacunas para repartidores", "2011-04-02", None),
        ("Piden sombra en las paradas", "2011-03-21", None),
        ("Ocho kioscos con nombre propio", "2011-03-11", None),
    ],
    "digest-wire-in-brackets": [
        ("Barge reaches three cut-off villages", "2014-11-13", "ORMOC"),
        ('"We need diesel, not tents"', "2014-11-10", "CEBU"),
        ("Note to editors: how towns are spelled", "2014-11-11", None),
        ("Network sends team", "2014-11-08", "ROTTERDAM"),
    ],
    "link-names-headline-es": [
        ("El museo reabre la casa del salinero tras dos años de obras", "2019-05-15", None),
        ("«A peso de oro»: cuatro siglos de básculas", "2019-03-18", None),
        ("Talleres de primavera con agua de mar", "2019-02-26", None),
    ],
    "list-labels-behind-dates": [
        ("Trust buys the last orchard on Quill Neck", "2018-09-18", None),
        ("Storm-driven terns turn up inland in Ohio", "2018-08-28", None),
        ("Statement on the eel rule", "2018-07-16", None),
        ("Save the date!", "2018-06-13", None),
    ],
    "lynx-numbered-links": [
        ("Judge Orders Heat Restored at Birch Terrace", "2013-10-30", "HARLOW, N.D."),
        ("Law Office Opens Evening Desk", "2013-10-14", "HARLOW, N.D."),
        ("Corrigan Valley Law Office Names Oriel Tamm Its Litigation Director", "2013-09-09", None),
    ],
    "posts-without-headline": [
        ("Deckhands at Pier 9 vote to join, 22-3", "2014-03-24", None),
        (None, "2014-03-19", None),
        ("Port letter on life vests", "2014-03-03", None),
    ],
    "single-day-in-words-orders-numbers": [
        ("Signalmen to observe 'Silent Duty' on 14th; trains will run as usual", "2015-11-04", "KAVALPUR"),
    ],
    "single-filed-under": [
        ("Harbor board restores the early ferry after two winters", "2024-05-14", "PORT ELLERY, Maine"),
    ],
    "single-headline-three-lines": [
        (
            "One in Five Rural Counties Has No Dentist Left; Drive Times Have Tripled Since 1985, Foundation Survey Finds",
            "2008-06-10",
            "LARAMIE, Wyo.",
        ),
    ],
    "single-place-and-day-at-foot": [
        ("ON THE PROPOSED CLOSING OF NINE RIVER LOCKS", "1996-04-19", "Cleveland, Ohio"),
    ],
    "single-summary-caption-es": [
        ("Docentes y estudiantes midieron el ruido de 90 escuelas rurales", "2018-05-16", "SANTA AURORA, LAS LOMAS"),
    ],
    "single-zone-in-words": [
        ("Orrin Instruments Reports Third Quarter 2017 Results", "2017-10-26", "BEND, Ore."),
    ],
    "vacancy-none": [],
    "results-inside-a-text-es": [
        ("Marina Soto gana la travesía del estero en la última boya", "2013-12-10", "Lebrón"),
        ("Liga suspende a dos remeros por seis meses", "2013-12-03", "Lebrón"),
        ("¿Por qué no hay muelle en la rada?", "2013-11-26", "Quilpe"),
    ],
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_gives_what_a_person_reads(name):
    (reading,) = read_paths([Path(__file__).parent / "pages" / f"{name}.txt"])
    assert [(r.headline, r.date, r.place) for r in reading.releases] == LAYOUTS[name]
