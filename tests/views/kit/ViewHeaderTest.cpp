#include <QtTest/QtTest>
#include <QtWidgets/QMenu>

#include "tests/views/TestMain.h"
#include "views/kit/Buttons.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/MenuButton.h"
#include "views/kit/ViewHeader.h"

using namespace horo::views;

class ViewHeaderTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void theObjectGivesWayFirst() {
        ViewHeader header("disk", "Poincaré disk");
        header.setObjectText("Poincaré 2-D, trained for three hundred epochs on all mammals");
        header.setCounts(1182, 1182);
        QMenu menu;
        header.setColourMenu(&menu);
        header.setColourText("branch, level 2");
        header.resize(560, 32);
        header.show();
        const auto labels = header.findChildren<ElidedLabel*>();
        QCOMPARE(labels.size(), 2);
        QTRY_VERIFY(labels[1]->isElided());
        QVERIFY(!labels[0]->isElided());
        auto* button = header.findChild<MenuButton*>();
        QVERIFY(button->isVisible());
        QVERIFY(button->geometry().right() < header.width());
    }

    void nothingOverlapsAtAnyWidth() {
        QWidget window;  // a child is resized at once, a window when its platform says so
        ViewHeader header("disk", "Poincaré disk", &window);
        header.setObjectText("Poincaré 2-D");
        header.setCounts(1182, 1182);
        header.setRemark("mean rank <b>2.36</b>");
        QMenu menu;
        header.setColourMenu(&menu);
        header.setColourText("branch, level 2");
        window.resize(820, 40);
        window.show();
        for (int width = 200; width <= 800; width += 50) {
            header.resize(width, 32);
            QCoreApplication::processEvents();
            QList<QWidget*> shown;
            for (QWidget* child : header.findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
                if (child->isVisible() && child->width() > 0 && child->height() > 4) shown << child;
            for (QWidget* one : shown) {
                QVERIFY2(one->geometry().right() < width, qPrintable(QStringLiteral("%1 ends at %2 of %3")
                                                                         .arg(one->metaObject()->className())
                                                                         .arg(one->geometry().right())
                                                                         .arg(width)));
                for (QWidget* other : shown)
                    QVERIFY2(one == other || !one->geometry().intersects(other->geometry()),
                             qPrintable(QString::number(width)));
            }
        }
    }

    void buttonsSpeak() {
        ViewHeader header("disk", "Poincaré disk");
        QSignalSpy linked(&header, &ViewHeader::linkToggled),
            settings(&header, &ViewHeader::settingsRequested),
            exported(&header, &ViewHeader::exportRequested);
        QVERIFY(header.isLinked());
        header.setLinked(false);
        QCOMPARE(linked.count(), 1);
        header.settingsButton()->click();
        header.exportButton()->click();
        QCOMPARE(settings.count() + exported.count(), 2);
        for (const auto* button : header.findChildren<IconButton*>()) {
            QVERIFY(!button->accessibleName().isEmpty());
            QVERIFY(!button->toolTip().isEmpty());
            QVERIFY(button->sizeHint().width() >= 24);
        }
    }
};

HOROCYCLE_TEST_MAIN(ViewHeaderTest)
#include "ViewHeaderTest.moc"
