package record

// magnitudes are factors that follow a number, as powers of ten. Spelled-out
// words always multiply; abbreviations might be something else (m is also a
// metre), so the bare number counts too.
var magnitudes = map[string][]int{
	"hundred": {2}, "hundert": {2}, "thousand": {3}, "tausend": {3},
	"million": {6}, "millions": {6}, "millionen": {6},
	"milliarde": {9}, "milliarden": {9}, "billions": {9}, "billion": {9, 12}, "billionen": {12},
	"trillion": {12, 18}, "trillions": {12}, "billiarde": {15}, "billiarden": {15}, "trillionen": {18},
}

var abbreviations = map[string][]int{
	"k": {3}, "tsd": {3}, "m": {6}, "mn": {6}, "mio": {6}, "mill": {6}, "mln": {6}, "b": {9}, "bn": {9}, "bln": {9},
	"mrd": {9}, "md": {9}, "mia": {9}, "tn": {12}, "bio": {12}, "cent": {-2}, "cents": {-2},
}

// numberWords are written-out numbers; articles count only before a magnitude.
var numberWords = map[string]string{
	"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
	"seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
	"sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "half": "0.5", "dozen": "12",
	"null": "0", "eins": "1", "zwei": "2", "drei": "3", "vier": "4", "fünf": "5", "sechs": "6", "sieben": "7", "acht": "8", "neun": "9",
	"zehn": "10", "elf": "11", "zwölf": "12", "dreizehn": "13", "vierzehn": "14", "fünfzehn": "15", "sechzehn": "16",
	"siebzehn": "17", "achtzehn": "18", "neunzehn": "19", "zwanzig": "20", "dreißig": "30", "vierzig": "40", "fünfzig": "50",
	"sechzig": "60", "siebzig": "70", "achtzig": "80", "neunzig": "90", "dutzend": "12",
	"halbe": "0.5", "halben": "0.5", "anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5",
}

var articles = map[string]bool{"a": true, "an": true, "ein": true, "eine": true, "einer": true, "einem": true, "einen": true}
