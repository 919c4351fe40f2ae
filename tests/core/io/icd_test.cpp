#include "tests/core/io/reading.h"

namespace horo {
namespace {

class Icd : public Reading {
protected:
    Opened list(std::string_view text) { return open(text, "codes.txt", "?format=icd"); }
};

TEST_F(Icd, TheHierarchyIsInTheCodes) {
    const auto opened =
        list("A00\tCholera\nA00.0\tCholera due to A\nA00.1\tCholera due to B\nB01\tVaricella\n");
    EXPECT_EQ(edgesOf(opened), "A00>A00.0 A00>A00.1 ");
    EXPECT_EQ(hierarchyOf(opened)->label(1), "Cholera due to A");
    EXPECT_EQ(opened.details["added_codes"], 0);
    EXPECT_EQ(opened.details["points"], "yes");
    EXPECT_TRUE(opened.warnings.empty());
}

TEST_F(Icd, WhatAListOfBillableCodesLacksIsInferred) {
    const auto opened = list(
        "A000    Cholera\nA0101   Typhoid meningitis\nA0102   Typhoid heart\nI10     Hypertension\n"
        "S0000XA Initial\nS0000XD Subsequent\n");
    EXPECT_EQ(edgesOf(opened),
              "A00>A000 A01>A010 A010>A0101 A010>A0102 S00>S0000 S0000>S0000XA S0000>S0000XD ");
    EXPECT_EQ(opened.details["added_codes"], 5);
    EXPECT_TRUE(warns(opened, "5 codes above"));
    EXPECT_EQ(number(opened, "roots"), 4);
    EXPECT_EQ(edgesOf(list("code description\nA01.01 x\nA01.02 y\n")),
              "A01>A01.0 A01.0>A01.01 A01.0>A01.02 ");
}

TEST_F(Icd, RangesHoldTheCategoriesBetweenTheirEnds) {
    const auto opened = list(
        "A00-B99 Infections\nA00-A09 Intestine\nB25-B34 Viral\nC00\xE2\x80\x93"
        "D49 Neoplasms\nA00 Cholera\nA00.0 x\nA10 y\nB25 z\nZ00 none\nC7A-C7A Neuroendocrine\nC7A.0 c\n");
    EXPECT_EQ(edgesOf(opened),
              "A00-B99>A00-A09 A00-B99>B25-B34 A00-B99>A10 A00-A09>A00 B25-B34>B25 "
              "C00\xE2\x80\x93"
              "D49>C7A-C7A C7A-C7A>C7A A00>A00.0 C7A>C7A.0 ");
    EXPECT_EQ(hierarchyOf(opened)->label(0), "Infections");
    EXPECT_EQ(opened.details["ranges"], 5);
    EXPECT_EQ(number(opened, "roots"), 3);
}

TEST_F(Icd, ReadsTables) {
    const auto head =
        open("order;ICD10 code;short;long text\n1;A00.0;Cholera;Cholera, classical\n2;A00.1;El Tor;\n",
             "a.csv", "?format=icd");
    EXPECT_EQ(edgesOf(head), "A00>A00.0 A00>A00.1 ");
    EXPECT_EQ(hierarchyOf(head)->gloss(1), "Cholera, classical");
    EXPECT_EQ(head.details["code_column"], 2);
    const auto quoted =
        open("A00,0,A000,\"Cholera, classical\"\nA00,1,A001,Cholera El Tor\n", "a.csv", "?format=icd");
    EXPECT_EQ(edgesOf(quoted), "A00>A000 A00>A001 ");
    EXPECT_EQ(hierarchyOf(quoted)->label(1), "Cholera, classical");
    EXPECT_NE(refuse("A00\tx\n\ty\n", "a.tsv", "?format=icd").place.find("a.tsv:2"), std::string::npos);
    EXPECT_EQ(edgesOf(open("E800.1 Train\nE800.2 Ship\n250.01 Diabetes\n", "nine.txt", "?format=icd")),
              "250>250.01 E800>E800.1 E800>E800.2 ");
}

TEST_F(Icd, ReadsTheOrderFile) {
    const auto line = [](std::string_view number, std::string_view code, std::string_view flag,
                         std::string text) {
        std::string padded = text;
        padded.resize(61, ' ');
        return std::string(number) + " " + std::string(code) + std::string(8 - code.size(), ' ') +
               std::string(flag) + " " + padded + text + " in full\n";
    };
    const auto opened = list(line("00001", "A00", "0", "Cholera") + line("00002", "A000", "1", "Cholera A"));
    EXPECT_EQ(edgesOf(opened), "A00>A000 ");
    EXPECT_EQ(hierarchyOf(opened)->label(1), "Cholera A");
    EXPECT_EQ(hierarchyOf(opened)->gloss(1), "Cholera A in full");
    const std::string file = std::string(HOROCYCLE_TEST_DATA) + "/icd/order.txt";
    const auto real = openSource(file);
    ASSERT_TRUE(real.ok()) << real.error().text();
    EXPECT_EQ(real->format, "icd");
    EXPECT_EQ(edgesOf(*real), "A00>A000 A00>A001 A00>A009 A01>A010 A010>A0100 A010>A0101 ");
    EXPECT_EQ(hierarchyOf(*real)->gloss(1), "Cholera due to Vibrio cholerae 01, biovar cholerae");
    EXPECT_NE(refuse(line("00001", "A00", "0", "Cholera") + "A000 x\n", "a.txt", "?format=icd")
                  .place.find("a.txt:2"),
              std::string::npos);
}

TEST_F(Icd, SaysWhatIsNoCode) {
    EXPECT_NE(refuse("A00 x\nhello world\n", "a.txt", "?format=icd").place.find("a.txt:2"),
              std::string::npos);
    EXPECT_NE(refuse("A00 x\nA0..0 y\n", "a.txt", "?format=icd").cause.find("'A0..0'"), std::string::npos);
    refuse("code description\n\n", "a.txt", "?format=icd");
    refuseWhatIsNoText("a.txt", "?format=icd");
    EXPECT_TRUE(warns(list("A00 x\nA00 y\na00 z\n"), "2 codes stand twice"));
}

}  // namespace
}  // namespace horo
