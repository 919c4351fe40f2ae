#include <QtTest/QtTest>

#include "tests/views/TestMain.h"
#include "views/kit/Buttons.h"
#include "views/kit/FormRow.h"
#include "views/kit/Label.h"
#include "views/kit/NumberField.h"

using namespace horo::views;

class FormRowTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreTakenAsPeopleWriteThem() {
        NumberField field;
        const auto read = [&](const QString& text) {
            field.setText(text);
            return field.value();
        };
        QCOMPARE(read("300").value(), 300.0);
        QCOMPARE(read("1e-3").value(), .001);
        QCOMPARE(read("1,000").value(), 1000.0);
        QCOMPARE(read(QString(QChar(0x2212)) + "2.5").value(), -2.5);
        QVERIFY(!read("").has_value());
        QVERIFY(!read("many").has_value());
        QVERIFY(!read("inf").has_value());
    }

    void whatIsWrongIsSaidInOneLine() {
        auto* field = new NumberField;
        FormRow row("Dimension", field);
        field->setRange({1, 500, true});
        field->setValue(2);
        QCOMPARE(row.error(), QString());
        field->setText("0");
        QCOMPARE(row.error(), QStringLiteral("between 1 and 500"));
        QVERIFY(field->property("wrong").toBool());
        QVERIFY(!field->value().has_value());
        field->setText("2.5");
        QCOMPARE(row.error(), QStringLiteral("a whole number is needed"));
        field->setText("12");
        QCOMPARE(row.error(), QString());
        QVERIFY(!field->property("wrong").toBool());
    }

    void theErrorTakesALineOfItsOwn() {
        auto* field = new NumberField;
        FormRow row("Dimension", field);
        field->setValue(2);
        const int before = row.sizeHint().height();
        row.setError("between 1 and 500");
        QVERIFY(row.sizeHint().height() >= before + 12);
        row.setError({});
        QCOMPARE(row.sizeHint().height(), before);
    }

    void arrowsStepInTheFirstDigit() {
        NumberField field;
        field.setRange({0, 10});
        field.setValue(.1);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.text(), QStringLiteral("0.2"));
        field.setRange({1, 5, true});
        field.setValue(5);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.text(), QStringLiteral("5"));
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(field.text(), QStringLiteral("4"));
    }

    void theUnitKeepsClearOfTheNumber() {
        NumberField field;
        field.setUnit("per pair");
        QVERIFY(field.textMargins().right() > 40);
    }

    void runSaysWhatIsMissing() {
        PrimaryButton run("Run", "run");
        QVERIFY(run.isEnabled());
        run.setMissing("Choose a hierarchy");
        QVERIFY(!run.isEnabled());
        QCOMPARE(run.text(), QStringLiteral("Choose a hierarchy"));
        run.setMissing({});
        QVERIFY(run.isEnabled());
        QCOMPARE(run.text(), QStringLiteral("Run"));
    }
};

HOROCYCLE_TEST_MAIN(FormRowTest)
#include "FormRowTest.moc"
