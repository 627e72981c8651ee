using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ilnp.Orchestration.Retries;

/// <summary>Tells a result from <see cref="TryLater"/> by the first property's name.</summary>
public sealed class AttemptConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Attempt<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    sealed class Of<TResult> : JsonConverter<Attempt<TResult>>
    {
        public override Attempt<TResult> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            IsLater(reader)
                ? new() { Later = JsonSerializer.Deserialize<TryLater>(ref reader, options) }
                : new() { Result = JsonSerializer.Deserialize<TResult>(ref reader, options) };

        public override void Write(Utf8JsonWriter writer, Attempt<TResult> value, JsonSerializerOptions options)
        {
            if (value.Later is not null) JsonSerializer.Serialize(writer, value.Later, options);
            else JsonSerializer.Serialize(writer, value.Result, options);
        }

        /// <summary>The reader comes as a copy, so that looking ahead does not move it.</summary>
        static bool IsLater(Utf8JsonReader ahead) =>
            ahead.TokenType == JsonTokenType.StartObject && ahead.Read()
            && ahead.TokenType == JsonTokenType.PropertyName && ahead.ValueTextEquals(TryLater.Mark);
    }
}
