"""Names: those that one election's news is full of, and others from many languages to put in their place."""

from __future__ import annotations

ELECTION_FIRST = (
    "Donald Hillary Bernie Barack Ted Marco Jeb Ben Carly Mitt Kellyanne Ivanka Melania Chelsea Huma Bill Mike Tim "
    "John Chris Rand Joe Nancy Mitch Harry Elizabeth Vladimir Julian Steve Rudy Newt Corey Paul George Martin"
).split()
ELECTION_LAST = (
    "Trump Clinton Sanders Cruz Rubio Bush Kasich Carson Fiorina Romney Obama Pence Kaine Ryan Christie Biden Stein "
    "Johnson Warren McConnell Giuliani Conway Gingrich Comey Putin Assange Bannon Lewandowski Manafort Abedin Podesta "
    "Reid Pelosi Walker Huckabee Santorum Graham Jindal Perry Pataki Webb Chafee Mook Wasserman Schultz Lynch Powell "
    "Kelly Palin Reagan Nixon Cheney Gore McCain Rumsfeld Kissinger Khan Curiel Duke Priebus"
).split()

FIRST = (
    "Amina Aleksandar Ingrid Kwame Mehmet Yuki Farid Lucía Oleg Priya Nino Tomasz Halyna Wei Samuel Ruth Omar Elif Ana "
    "Jens Katrin Bruno Leila Arjun Mateo Sofia Dmytro Irina Petr Eszter Nikos Zanele Thabo Chidi Ngozi Abebe Hiroshi Min-jun "
    "Thanh Siti Budi Rosa Diego Valentina Pierre Camille Lars Astrid Matti Aino Jonas Ausra Janis Kaja Marek Zofia Goran "
    "Milica Besa Arben Stefan Elena Vasile Gheorghe Artur Anahit Giorgi Tamar Nursultan Aigerim Rustam Gulnara Hassan Fatima "
    "Yusuf Noor Khalid Layla Daniel Hannah Ravi Sunita Imran Ayesha Nuwan Tenzin Bayarmaa Malia Sione Hone Margaret Colin "
    "Eleanor Patrick Siobhan Gareth Fiona Alasdair Beatrice Lorenzo Chiara Tiago Inês Rafael Joana Ahmed Salma"
).split()
LAST = (
    "Okonkwo Petrov Lindqvist Mensah Yilmaz Tanaka Rahimi Fernández Kovalenko Sharma Beridze Kowalski Shevchuk Zhang Adeyemi "
    "Stein-Hale Haddad Demir Novak Sørensen Weber Silva Hosseini Nair Castillo Ivanova Bondarenko Sokolov Dvořák Horváth "
    "Papadakis Dlamini Mokoena Nwosu Eze Tesfaye Sato Park Nguyen Rahman Wijaya Mendoza Vargas Quiroga Moreau Lefèvre Berg "
    "Holm Virtanen Korhonen Jonaitis Ozols Tamm Wójcik Zieliński Jovanović Petrović Hoxha Krasniqi Dimitrov Popescu Ionescu "
    "Sargsyan Grigoryan Kvirikashvili Nazarov Abdullayev Karimov Mansour Khoury Aziz Nasser Barzani Cohen Levi Gupta Reddy "
    "Chaudhry Malik Perera Dorji Batbayar Tupou Ngata Ashworth Pemberton Gallagher Byrne Pritchard MacLeod Fairchild Rossi "
    "Bianchi Carvalho Pereira Almeida Santos El-Sayed Farouk Thorne Whitlock Ellery Brandt Keller Vogel Maes Janssen Visser "
    "Dubois Lambert Mbeki Kagame Otieno Wanjiru Diallo Traoré Coulibaly Sissoko Achterberg Blinken Lavrov Baerbock Kuleba "
    "Stoltenberg Borrell Guterres Szijjártó Rau Sybiha Wong Tan Lim Kim Choi Suzuki Abe Kishida Modi Jaishankar Erdogan"
).split()

WOMEN = frozenset((
    "Hillary Carly Kellyanne Ivanka Melania Chelsea Huma Nancy Elizabeth Amina Ingrid Lucía Priya Nino Halyna Ruth Elif Ana "
    "Katrin Leila Sofia Irina Eszter Zanele Ngozi Siti Rosa Valentina Camille Astrid Aino Ausra Kaja Zofia Milica Besa Elena "
    "Anahit Tamar Aigerim Gulnara Fatima Noor Layla Hannah Sunita Ayesha Malia Margaret Eleanor Siobhan Fiona Beatrice Chiara "
    "Inês Joana Salma Mary Patricia Jennifer Linda Barbara Susan Jessica Sarah Karen Lisa Betty Sandra Ashley Kimberly Emily "
    "Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Helen Sharon Cynthia Kathleen Amy Angela Anna Brenda "
    "Pamela Nicole Emma Samantha Katherine Christine Janet Diane Julie Joyce Victoria Kelly Christina Joan Lauren Judith Megan "
    "Andrea Cheryl Jacqueline Martha Maria Theresa Condoleezza Madeleine Angela Ursula Federica Annegret Annalena Christine "
    "Tzipi Golda Indira Benazir Dilma Cristina Ségolène Marine Julia Jacinda Sanna Mette Erna Dalia Maia Salome Tarja Vigdis "
    "Debbie Donna Gloria Maggie Claire Kirsten Dianne Susana Loretta Valerie Samantha Rachel Megyn Alice Charlotte Amelia Jane "
    "Rose Grace Catherine Frances Florence Louise Sophie Marie Clara Ellen Edith Agnes Lucy Caroline Olivia Molly Kate Diana"
).split())  # fmt: skip
MEN = frozenset((
    "Donald Bernie Barack Ted Marco Jeb Ben Mitt Bill Mike Tim John Chris Rand Joe Mitch Harry Vladimir Julian Steve Rudy Newt "
    "Corey Paul George Martin James Robert Michael David William Richard Joseph Thomas Charles Daniel Matthew Anthony Mark "
    "Steven Andrew Kenneth Joshua Kevin Brian Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan "
    "Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron "
    "Peter Adam Nathan Henry Douglas Zachary Kyle Walter Ethan Jeremy Roger Keith Christian Terry Sean Arthur Lawrence Jesse "
    "Albert Philip Philippe François Emmanuel Nicolas Jean Boris Gordon Tony Recep Sergey Sergei Dmitry Viktor Mikhail Igor "
    "Aleksandar Kwame Mehmet Farid Oleg Tomasz Wei Omar Jens Bruno Arjun Mateo Dmytro Petr Nikos Thabo Chidi Abebe Hiroshi "
    "Diego Pierre Lars Matti Jonas Janis Marek Goran Arben Stefan Vasile Gheorghe Artur Giorgi Rustam Hassan Yusuf Khalid Ravi "
    "Imran Colin Gareth Lorenzo Tiago Rafael Ahmed Reince Lindsey Bobby Rick Jim Lincoln Jake Chuck Sheldon Ralph Howard Al"
).split())  # fmt: skip
