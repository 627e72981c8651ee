using Ilnp.Screening.Duplicates;

namespace Ilnp.Tests.Screening.Duplicates;

public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("Chanda Dlamini", "CHANDA DLAMINI")]
    [InlineData("Ọlámidé Okafor", "Olamide Okafor")]
    [InlineData("Okafor Olamide", "Olamide Okafor")]
    [InlineData("Lourdes Mendoza", "Lourdes Jerome Mendoza")]
    [InlineData("سارة حداد", "Sara Haddad")]
    [InlineData("王小明", "Wang Xiaoming")]
    [InlineData("王小明", "Xiaoming Wang")]
    [InlineData("Анна Кузнецова", "Anna Kuznetsova")]
    [InlineData("Heike Schröder", "Heike Schroder")]
    [InlineData("Siobhán O'Connor", "Siobhan OConnor")]
    [InlineData("Mohammed Al-Sharif", "Mohamed El Sherif")]
    public void GivenOnePersonsSpellings_WhenCompared_ThenTheyAreLike(string first, string second)
    {
        Assert.True(new NameLikeness(first).IsLike(new(second)));
        Assert.True(new NameLikeness(second).IsLike(new(first)));
    }

    [Theory]
    [InlineData("Maria Silva", "Maria Souza")]
    [InlineData("Li", "Wu")]
    [InlineData("Ana", "Ana Silva")]
    [InlineData("Jennifer Lewis", "Jennifer Louise Clark")]
    [InlineData("", "")]
    [InlineData("王小明", "李小明")]
    public void GivenTwoPeople_WhenCompared_ThenTheyAreNot(string first, string second) =>
        Assert.False(new NameLikeness(first).IsLike(new(second)));
}
