#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

#include "tests/views/gallery/Gallery.h"
#include "views/kit/Buttons.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/EmptyState.h"
#include "views/kit/FormRow.h"
#include "views/kit/Ground.h"
#include "views/kit/HoverCard.h"
#include "views/kit/KeyCap.h"
#include "views/kit/Label.h"
#include "views/kit/Notice.h"
#include "views/kit/NumberField.h"
#include "views/kit/PanelTitle.h"
#include "views/kit/SearchField.h"
#include "views/kit/SegmentedControl.h"
#include "views/kit/Tag.h"
#include "views/kit/ThinProgressBar.h"
#include "views/kit/ToolPlate.h"
#include "views/kit/ViewHeader.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

namespace horo::views::gallery {

namespace {

/// A disk to put things over.
class Canvas : public QWidget {
public:
    Canvas() { setGround(*this, Token::Canvas); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colour(Token::Line2));
        painter.drawEllipse(QRectF(rect()).center(), 150, 150);
    }
};

QWidget* makeForm() {
    auto* panel = new QWidget;
    setGround(*panel, Token::Panel);
    panel->setFixedWidth(metrics::rightDockWidth);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* title = new PanelTitle("Taxonomy embedding");
    title->addButton("help", "Help");
    title->addButton("more", "More");
    column->addWidget(title);
    auto* form = new QVBoxLayout;
    form->setContentsMargins(metrics::panelPadding, 0, metrics::panelPadding, metrics::panelPadding);
    form->setSpacing(4);
    form->addWidget(new Label("embed.taxonomy  ·  Nickel & Kiela 2017, 2018", FontRole::Meta, Token::T3));
    form->addSpacing(4);
    auto* combo = new QComboBox;
    combo->addItem(icon("tree"), "Mammals of WordNet 3.0, all of them");
    combo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    form->addWidget(new FormRow("Hierarchy", combo));
    form->addWidget(new FormRow("Manifold", new SegmentedControl({"Poincaré", "Lorentz", "Euclid"})));
    const auto number = [&](const QString& label, double value, const QString& unit,
                            NumberField::Range range) {
        auto* field = new NumberField;
        form->addWidget(new FormRow(label, field));
        field->setUnit(unit);
        field->setRange(range);
        field->setValue(value);
        return field;
    };
    number("Dimension", 2, {}, {1, 500, true});
    number("Epochs", 300, {}, {1, 1e6, true});
    number("Negatives", 30, "per pair", {1, 1000, true});
    number("Learning rate", -0.1, "per pair", {1e-9, 10});
    number("Burn-in", 10, "epochs", {0, 1000, true});
    auto* disabled = number("Threads", 2, "of 2", {});
    disabled->setEnabled(false);
    form->addStretch();
    auto* line = new QHBoxLayout;
    line->addWidget(new Label("epoch 190 of 300", FontRole::Meta, Token::T3));
    line->addStretch();
    line->addWidget(new Label("0.8 s left, 4 MB", FontRole::Meta, Token::T3));
    form->addLayout(line);
    auto* bar = new ThinProgressBar;
    bar->setShare(190 / 300.0);
    form->addWidget(bar);
    form->addSpacing(4);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(new PrimaryButton("Pause", "pause"), 1);
    buttons->addWidget(new PlainButton("Stop, keep", "stop"));
    form->addLayout(buttons);
    auto* missing = new PrimaryButton("Run", "run");
    missing->setMissing("Choose a hierarchy");
    form->addWidget(missing);
    column->addLayout(form, 1);
    return panel;
}

HoverContent dolphin() {
    return {QColor(0x6C, 0x95, 0xD6),
            "dolphin",
            "hover",
            {"mammal", "placental", "aquatic mammal", "cetacean", "whale", "toothed whale"},
            {},
            "Any of various small toothed whales with a beaklike snout",
            {{"depth", "6"}, {"leaves", "10"}, {"norm ρ", "9.31"}, {"to whale", "5.45"}}};
}

HoverContent shirt() {
    QPixmap picture(28, 28);
    picture.fill(Qt::gray);
    return {QColor(0xB3, 0x93, 0x4B),           "Shirt", {}, {"clothes", "tops"}, picture,
            "item 16,633\nhit 0.13, kept 0.20", {}};
}

QWidget* makeView(const QString& name, const QString& iconName, const HoverContent& content, bool menu) {
    auto* view = new QWidget;
    auto* column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new ViewHeader(iconName, name);
    header->setObjectText("Poincaré 2-D");
    header->setCounts(1182, 1182);
    if (menu) {
        header->setColourMenu(new QMenu(header));
        header->setColourText("branch, level 2");
    } else {
        header->setBusy(.4);
        header->setLinked(false);
    }
    column->addWidget(header);
    auto* canvas = new Canvas;
    canvas->setMinimumHeight(230);
    auto* plate = new ToolPlate(canvas);
    plate->addTool("lasso", "Lasso", "L", true);
    plate->addTool("ruler", "Ruler", "R", true)->setChecked(true);
    plate->addTool("horocycle", "Horocycle", {}, true)->setChecked(true);
    plate->addTool("home", "Home", "H");
    auto* card = new HoverCard(canvas);
    card->point(content, {90, 60});
    column->addWidget(canvas, 1);
    return view;
}

QWidget* makeLine(std::initializer_list<QWidget*> widgets) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return line;
}

QWidget* makePieces() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    auto* asked = new SearchField("Search names");
    asked->setText("whale");
    asked->setMatches(0, 15);
    column->addWidget(asked);
    column->addWidget(new SearchField("Find a command, method, node"));
    column->addWidget(
        makeLine({new KeyCap("Ctrl+K"), new KeyCap("Ctrl+Shift+O"), new Tag("32 nodes, 24 leaves"),
                  new Tag("Weakly", Tone::Warn), new Tag("significant", Tone::Ok),
                  new Tag("failed", Tone::Error), new Tag("live", Tone::Accent)}));
    auto* notice = new Notice(
        Tone::Accent, "clock",
        "<b>fashion.horo</b> was open when the workbench stopped. Its last autosave is from 14:22.");
    notice->addButton("Discard", true);
    notice->addButton("Recover");
    column->addWidget(notice);
    column->addWidget(new Notice(Tone::Warn, "warning", "842 rows at the norm limit"));
    column->addWidget(
        new Notice(Tone::Error, "error", "line 14: a cycle through dog and canine; remove one of the edges"));
    auto* path = new ElidedLabel("~/work/taxonomies/somewhere/deep/in/a/folder/tree/mammals.horo",
                                 FontRole::Meta, Token::T3);
    path->setElideMode(Qt::ElideMiddle);
    path->setFixedWidth(220);
    column->addWidget(makeLine({new Label("whale", FontRole::Name), new Label("Horocycle", FontRole::Display),
                                path, new Label("horocycle-cli replay", FontRole::Mono, Token::T2),
                                new Label("mammal", FontRole::Caption)}));
    auto* busy = new ThinProgressBar;
    busy->setShare(std::nullopt);
    column->addWidget(busy);
    column->addWidget(new EmptyState("Train an embedding of this taxonomy to see it here.", "Train"), 1);
    return panel;
}

}  // namespace

std::unique_ptr<QWidget> makeKitPage() {
    auto page = std::make_unique<QWidget>();
    setGround(*page, Token::Panel);
    page->resize(1240, 760);
    auto* row = new QHBoxLayout(page.get());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* views = new QHBoxLayout;
    views->setSpacing(1);
    views->addWidget(makeView("Poincaré disk", "disk", dolphin(), true), 3);
    views->addWidget(makeView("Scatter", "scatter", shirt(), false), 2);
    column->addLayout(views, 1);
    column->addWidget(makePieces(), 1);
    row->addLayout(column, 1);
    row->addWidget(makeForm());
    return page;
}

}  // namespace horo::views::gallery
