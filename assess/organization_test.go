package assess

import "testing"

func TestOrganizationKeyJoinsSpellings(t *testing.T) {
	t.Parallel()
	const want = "harbour city bank"
	for _, name := range []string{
		"harbour city bank", "Harbour City Bank", "HARBOUR CITY BANK", "Harbour  City Bank", " Harbour City\tBank ",
		"Harbour\u00a0City Bank", "Harbour\u3000City\u2009Bank", "Ｈarbour City Ｂank",
	} {
		if got := OrganizationKey(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
	for _, pair := range [][2]string{{"Straße", "STRASSE"}, {"Ågren", "A\u030agren"}, {"港湾城市银行", "港湾城市银行 "}, {"ﬁrst", "First"}} {
		if OrganizationKey(pair[0]) != OrganizationKey(pair[1]) {
			t.Errorf("%q and %q are two: %q, %q", pair[0], pair[1], OrganizationKey(pair[0]), OrganizationKey(pair[1]))
		}
	}
	if OrganizationKey("Harbour City Bank") == OrganizationKey("Harbor City Bank") {
		t.Error("two names are one")
	}
}

func FuzzOrganizationKey(f *testing.F) {
	for _, s := range []string{"Harbour City", "ß", "ﬃ", "\u0345", "İ", "Å", "ͅα", "\u1fb3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		key := OrganizationKey(name)
		if again := OrganizationKey(key); again != key {
			t.Errorf("the key of %q is %q, whose key is %q", name, key, again)
		}
	})
}
