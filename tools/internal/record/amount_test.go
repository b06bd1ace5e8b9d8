package record

import "testing"

func TestAgreementIsWithinTheLastWrittenDigit(t *testing.T) {
	tests := []struct {
		a, b amount
		want bool
	}{
		{amount{"5", "5"}, amount{"5", "5"}, true},
		{amount{"5", "5"}, amount{"5.0", "5.0"}, true},
		{amount{"34300000000", "34300000000"}, amount{"34349999999", "34349999999"}, true},  // 34.3 billion
		{amount{"34300000000", "34300000000"}, amount{"34250000000", "34250000000"}, true},  // half rounds up
		{amount{"34300000000", "34300000000"}, amount{"34350000000", "34350000000"}, false}, // to 34.4
		{amount{"100000000", "100000000"}, amount{"100400000", "100400000"}, true},          // 100 million
		{amount{"100000000", "100000000"}, amount{"150000000", "150000000"}, false},         // not 0.1 billion
		{amount{"54000000", "54000000"}, amount{"55000000", "55000000"}, false},             //
		{amount{"19000000", "19000000"}, amount{"19500000", "19500000"}, false},             //
		{amount{"1000000000", "1000000000"}, amount{"1090000000", "1090000000"}, true},      // one digit, a tenth
		{amount{"1000000000", "1000000000"}, amount{"1400000000", "1400000000"}, false},     //
		{amount{"1000000000", "1000000000"}, amount{"655900000", "655900000"}, false},       //
		{amount{"6000000000", "6000000000"}, amount{"5800000000", "5800000000"}, true},      //
		{amount{"360", "360"}, amount{"358", "358"}, false},                                 // votes are counted, not rounded
		{amount{"360", "360"}, amount{"359.6", "359.6"}, true},                              //
		{amount{"19600", "19600"}, amount{"19640", "19640"}, false},                         // no magnitude word, all digits
		{amount{"1234567000", "1234567000"}, amount{"1234567400", "1234567400"}, false},     // too long for a magnitude
		{amount{"24.99", "24.99"}, amount{"25.0", "25.0"}, true},                            // 24.95 to 25.05
		{amount{"24.99", "24.99"}, amount{"24.994", "24.994"}, true},                        //
		{amount{"24.99", "24.99"}, amount{"24.9", "24.9"}, false},                           // rounds to 25.0
		{amount{"-1", "-1"}, amount{"-1.05", "-1.05"}, true},                                //
		{amount{"-25", "-25"}, amount{"-25.5", "-25.5"}, false},                             // rounds to -26
		{amount{"-25", "-25"}, amount{"-24.5", "-24.5"}, true},                              //
		{amount{"-1", "-1"}, amount{"1", "1"}, false},                                       //
		{amount{"0", "0"}, amount{"0.4", "0.4"}, false},                                     // nothing is nothing
		{amount{"0", "0"}, amount{"0.0", "0.0"}, true},                                      //
		{amount{"100000000", "200000000"}, amount{"119000000", "119000000"}, true},          // within a range
		{amount{"100000000", "200000000"}, amount{"200000000", "200000000"}, true},          //
		{amount{"100000000", "200000000"}, amount{"219000000", "219000000"}, false},         //
		{amount{"100000000", "200000000"}, amount{"120000000", "180000000"}, true},          //
		{amount{"100000000", "200000000"}, amount{"150000000", "250000000"}, false},         // neither holds the other
		{amount{"10000000000000000", "10000000000000000"}, amount{"1e16", "1e16"}, true},    // past the last magnitude word
		{amount{"1000000000000000", "1000000000000000"}, amount{"1000400000000000", "1000400000000000"}, true},
	}
	for _, tc := range tests {
		if got := tc.a.agrees(tc.b); got != tc.want {
			t.Errorf("%s agrees with %s: %v", tc.a, tc.b, got)
		}
		if got := tc.b.agrees(tc.a); got != tc.want {
			t.Errorf("%s agrees with %s: %v, but not the other way round", tc.b, tc.a, got)
		}
	}
}

func TestDecimals(t *testing.T) {
	for s, want := range map[string]bool{
		"0": true, "-0": true, "1": true, "-1": true, "0.5": true, "24.99": true, "1000000000000": true, "0.000": true,
		"": false, "-": false, ".": false, ".5": false, "5.": false, "1.2.3": false, "1,5": false, "1e3": false, "0x1": false,
		"01": false, "+1": false, "1 000": false, "١": false, "NaN": false, "1/2": false, "--1": false,
	} {
		if got := notDecimal(s); (got == "") != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

func TestSeparatorsAreTakenOutOnlyIfThatIsCertain(t *testing.T) {
	for s, want := range map[string]string{
		"1.000.000": "1000000", "1,000,000": "1000000", "1.234.567,5": "1234567.5", "1,234,567.5": "1234567.5", "24,99": "24.99",
		"1 000 000": "1000000", "1'000": "1000", "1_000": "1000", "+5": "5",
		"1,500": "", "viele": "", "1.2,3.4": "", ",": "", "1,,5": "",
	} {
		if got := withoutSeparators(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
